/** As SQL: whether this employee has approved leave on this day, all of it or a part. Both are columns or parameters. */
export function isOnLeave(employee: string, day: string): string {
  return `EXISTS (
    SELECT 1 FROM leave_days away JOIN leave_requests request ON request.id = away.request_id
     WHERE away.employee_id = ${employee} AND away.day = ${day} AND request.status = 'APPROVED')`;
}
