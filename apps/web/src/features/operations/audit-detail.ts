import type { AuditDetail } from "@erp/contracts/audit";

/** One line of an entry: a value, or what it was and what it became. */
export type DetailLine = { field: string; value: string; before: string | null };

/** Puts what a field was and what it became on one line: `before.x` and `after.x`, or `x.before` and `x.after`. */
export function linesOf(detail: readonly AuditDetail[]): DetailLine[] {
  const read = detail.map(({ field, value }) => ({ ...readField(field), value }));
  const before = new Map(read.flatMap(({ name, side, value }) => (side === "before" ? [[name, value]] : [])));
  return read.flatMap(({ name, side, value }) => {
    if (side === "before") return [];
    return [{ field: name, value, before: side === "after" ? (before.get(name) ?? "") : null }];
  });
}

function readField(field: string): { name: string; side: "before" | "after" | null } {
  const parts = field.split(".");
  const side = parts.find((part) => part === "before" || part === "after") ?? null;
  return { name: parts.filter((part) => part !== side).join("."), side };
}
