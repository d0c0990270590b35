/** For tests that know it is there: the value, or a failure where it is not. */
export function existing<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("expected a value, there is none");
  return value;
}
