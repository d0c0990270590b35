/** How full a day was, for the depth of its colour: 0 unknown, 1 below half a day, 2 below a day, 3 a day and more. */
export function fullnessOf(workedMinutes: number | null): 0 | 1 | 2 | 3 {
  if (workedMinutes === null) return 0;
  if (workedMinutes < 240) return 1;
  return workedMinutes < 480 ? 2 : 3;
}
