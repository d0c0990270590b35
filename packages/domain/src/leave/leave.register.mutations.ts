import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { ExportRegisterInput, LeaveYear } from "@erp/contracts/leave-register";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { formatCsv } from "../employees/employees.csv.rules";
import { conditionsOf } from "../employees/employees.directory.queries";
import { inTransaction } from "../transaction";
import { readLeaveYears } from "./leave.register.queries";

const PEOPLE_PER_READ = 1000;

type Person = {
  id: EmployeeId;
  name: string;
  email: string;
  department: string;
  hireDate: CalendarDate;
  leftOn: CalendarDate | null;
};

/** In days of the person in that year, as the law and payslips count them. */
const amounts = {
  openingMinutes: "이월",
  grantedMinutes: "발생",
  adjustedMinutes: "조정",
  usedMinutes: "사용",
  expiredMinutes: "소멸",
  heldMinutes: "결재 중·예정",
  closingMinutes: "잔여",
  endingMinutes: "연내 소멸 예정",
} as const satisfies Partial<Record<keyof LeaveYear, string>>;

const header = ["이름", "이메일", "부서", "입사일", "퇴사일", ...Object.values(amounts)];

/** The register as a file. A change, not a read, because it is written down: who took the company's personal data out. */
export async function exportLeaveRegister(
  ctx: Ctx,
  { year, ...filters }: ExportRegisterInput,
): Promise<{ csv: string; people: number }> {
  authorize(ctx, "leave:administer");
  const { where, values } = conditionsOf(filters);
  const people: Person[] = await ctx.mysql.query(
    `SELECT person.id, person.name, person.email, department.name_ko AS department, person.hire_date AS hireDate,
            person.left_on AS leftOn
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE ${where} ORDER BY person.name, person.id`,
    values,
  );
  const rows: (string | number)[][] = [];
  for (let from = 0; from < people.length; from += PEOPLE_PER_READ) {
    const some = people.slice(from, from + PEOPLE_PER_READ);
    const years = await readLeaveYears(ctx, some, year);
    rows.push(...some.map((person, index) => cellsOf(person, years[index] as LeaveYear)));
  }
  await inTransaction(ctx, (tx) =>
    recordAudit(ctx, tx, "leave.register-exported", String(year), { people: rows.length }),
  );
  return { csv: formatCsv([header, ...rows]), people: rows.length };
}

function cellsOf({ name, email, department, hireDate, leftOn }: Person, year: LeaveYear): (string | number)[] {
  const days = (Object.keys(amounts) as (keyof typeof amounts)[]).map((each) =>
    exactDaysOf(year[each], year.dayMinutes),
  );
  return [name, email, department, hireDate, leftOn ?? "", ...days];
}

/** To a ten-thousandth of a day: in a spreadsheet a line adds up also where hours were taken. */
function exactDaysOf(leaveMinutes: number, dayMinutes: number): number {
  return Math.round((leaveMinutes / dayMinutes) * 10_000) / 10_000;
}
