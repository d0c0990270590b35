/** As SQL: whether this employee has approved leave on a day, all of it or a part. The day is its one parameter. */
export function isOnLeave(employee: string): string {
  return `EXISTS (
    SELECT 1 FROM leave_days away JOIN leave_requests request ON request.id = away.request_id
     WHERE away.employee_id = ${employee} AND away.day = ? AND request.status = 'APPROVED')`;
}
