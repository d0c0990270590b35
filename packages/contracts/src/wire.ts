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
  let copy: Container | null = null;
  for (const key of Object.keys(value)) {
    const before = (value as Container)[key];
    const after = toWire(before, depth + 1);
    if (after === before) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Container;
    copy[key] = after;
  }
  return copy ?? value;
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
