import type { FormCode, FormValues } from "@erp/contracts/approval-forms";
import { addDays, type CalendarDate } from "@erp/contracts/dates";
import type { ReceiptKind } from "./demo-receipts";

/** How far a document has come: everybody approved, so many approved and the next is asked, refused, taken back, unfinished. */
export type DemoEnding =
  | "APPROVED"
  | "WITHDRAWN"
  | "DRAFT"
  | { approvals: number }
  | { rejectedAfter: number; reason: string };

export type DemoRemark = { by: string; text: string };

export type DemoStory = {
  /** Logins; on the line in order, "합의 " before one who agrees for another department, " 3일" behind one with a deadline. */
  by: string;
  line: readonly string[];
  references?: readonly string[];
  readers?: readonly string[];
  daysAgo: number;
  formCode: FormCode;
  title: string;
  values(submittedOn: CalendarDate): FormValues;
  ending: DemoEnding;
  /** The title of the same person's rejected document that this one revises. */
  revises?: string;
  /** What lies beside it. */
  receipts?: readonly ReceiptKind[];
  /** Said right after the submission. */
  remarks?: readonly DemoRemark[];
};

type Rest = Pick<DemoStory, "references" | "readers" | "remarks" | "receipts" | "revises">;

export function expense(
  daysAgo: number,
  by: string,
  line: string,
  title: string,
  amountKrw: number,
  content: string,
  ending: DemoEnding,
  rest: Rest & { vendor?: string } = {},
): DemoStory {
  const { vendor, ...others } = rest;
  const values = (day: CalendarDate) => ({
    amountKrw,
    spentOn: addDays(day, -1),
    content,
    ...(vendor ? { vendor } : {}),
  });
  return { daysAgo, by, line: line.split(" > "), formCode: "EXPENSE", title, values, ending, ...others };
}

export function project(
  daysAgo: number,
  by: string,
  line: string,
  title: string,
  budgetKrw: number,
  months: number,
  goal: string,
  ending: DemoEnding,
  rest: Rest = {},
): DemoStory {
  const values = (day: CalendarDate) => ({
    period: { from: addDays(day, 14), to: addDays(day, 14 + months * 30) },
    budgetKrw,
    goal,
  });
  return { daysAgo, by, line: line.split(" > "), formCode: "PROJECT", title, values, ending, ...rest };
}
