/** Minutes of leave as days of somebody whose day has so many minutes; at most two decimals, as people count them. */
export function leaveDaysOf(leaveMinutes: number, dayMinutes: number): number {
  return Math.round((leaveMinutes / dayMinutes) * 100) / 100;
}
