/** What kind of refusal a code is; decides the HTTP status and how the interface reacts. */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "throttled"
  | "unavailable";

/** A refusal: its kind and what it says to a person, in both languages. */
export type ErrorDefinition = { kind: ErrorKind; ko: string; en: string };

/** Keeps the literal codes as types while checking every definition. */
export function defineErrors<const Catalog extends Record<string, ErrorDefinition>>(catalog: Catalog): Catalog {
  return catalog;
}
