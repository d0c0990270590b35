import type { AuditDetail } from "@erp/contracts/audit";

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The ids in an entry's detail, wherever they stand. */
export function idsIn(detail: unknown): string[] {
  return flatten(detail).flatMap(({ value }) => value.split(", ").filter((part) => ULID.test(part)));
}

/** An entry's detail as lines of field and value; ids become names where there is one. */
export function describeDetail(detail: unknown, names: ReadonlyMap<string, string>): AuditDetail[] {
  return flatten(detail).map(({ field, value }) => ({
    field,
    value: value
      .split(", ")
      .map((part) => names.get(part) ?? part)
      .join(", "),
  }));
}

function flatten(value: unknown, field = ""): AuditDetail[] {
  if (value === null || value === undefined) return field ? [{ field, value: "" }] : [];
  if (Array.isArray(value)) return [{ field, value: value.map(String).join(", ") }];
  if (typeof value !== "object") return [{ field, value: String(value) }];
  return Object.entries(value).flatMap(([name, part]) => flatten(part, field ? `${field}.${name}` : name));
}
