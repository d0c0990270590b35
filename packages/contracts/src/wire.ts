/**
 * How values travel between portal and browser: JSON in which an instant is `{"$date": "2026-03-09T00:00:00.000Z"}`.
 * Everything else our contracts know is JSON already. A general serializer cost more than all the rest of a call (ADR 0016).
 */
const TAG = "$date";

/** No contract nests deeper; what does is left as it is, and its schema refuses it. */
const MAX_DEPTH = 24;

export const wire = { serialize: toWire, deserialize: fromWire };

/** The same value with its instants tagged. Parts without an instant are shared, not copied. */
function toWire(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  if (value instanceof Date) return { [TAG]: value.toISOString() };
  return Array.isArray(value) ? listToWire(value, depth) : recordToWire(value as Container, depth);
}

function listToWire(list: unknown[], depth: number): unknown[] {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const after = toWire(list[index], depth + 1);
    if (after === list[index]) continue;
    copy ??= list.slice();
    copy[index] = after;
  }
  return copy ?? list;
}

/** `for…in` because it is called for every row of every answer, and lists of keys were a fifth of its time. */
function recordToWire(record: Container, depth: number): Container {
  let copy: Container | null = null;
  for (const key in record) {
    const before = record[key];
    if (typeof before !== "object" || before === null) continue;
    const after = toWire(before, depth + 1);
    if (after === before) continue;
    copy ??= { ...record };
    copy[key] = after;
  }
  return copy ?? record;
}

/** Puts instants back into a value just parsed, in place. A tag around anything but an instant stays what it is. */
function fromWire(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  const instant = instantIn(value);
  if (instant) return instant;
  for (const key of Object.keys(value)) {
    const before = (value as Container)[key];
    const after = fromWire(before, depth + 1);
    if (after !== before) (value as Container)[key] = after;
  }
  return value;
}

type Container = Record<string, unknown>;

function instantIn(value: object): Date | null {
  const text = (value as Container)[TAG];
  if (typeof text !== "string") return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
