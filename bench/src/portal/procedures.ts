import type {
  ApproveInput,
  BoxCounts,
  DocumentByIdInput,
  DocumentCard,
  DocumentView,
  listBoxInput,
  submitInput,
} from "@erp/contracts/approvals";
import type { AttendanceToday } from "@erp/contracts/attendance";
import type { DirectoryEntry, listDirectoryInput } from "@erp/contracts/employees";
import type { SignInInput, SignInResult } from "@erp/contracts/identity";
import type { LeaveBalance, leaveBalanceInput } from "@erp/contracts/leave";
import type { listNotificationsInput, NotificationView } from "@erp/contracts/notifications";
import type { Page } from "@erp/contracts/paging";
import type { listQuestsInput, QuestView } from "@erp/contracts/quests";
import { wire } from "@erp/contracts/wire";
import type { z } from "zod";
import type { HttpRequest } from "../measure/load";

/** The procedures that are measured. */
export type Procedures = {
  "identity.signIn": { input: SignInInput; output: SignInResult };
  "employees.list": { input: z.input<typeof listDirectoryInput>; output: Page<DirectoryEntry> };
  "approvals.counts": { input: undefined; output: BoxCounts };
  "approvals.list": { input: z.input<typeof listBoxInput>; output: Page<DocumentCard> };
  "approvals.document": { input: DocumentByIdInput; output: DocumentView };
  "approvals.submit": { input: z.input<typeof submitInput>; output: DocumentView };
  "approvals.approve": { input: ApproveInput; output: DocumentView };
  "attendance.checkIn": { input: undefined; output: AttendanceToday };
  "attendance.today": { input: undefined; output: AttendanceToday };
  "leave.balance": { input: z.input<typeof leaveBalanceInput>; output: LeaveBalance };
  "notifications.list": { input: z.input<typeof listNotificationsInput>; output: Page<NotificationView> };
  "quests.list": { input: z.input<typeof listQuestsInput>; output: Page<QuestView> };
};
export type ProcedureName = keyof Procedures;

const kinds: Record<ProcedureName, "query" | "mutation"> = {
  "identity.signIn": "mutation",
  "employees.list": "query",
  "approvals.counts": "query",
  "approvals.list": "query",
  "approvals.document": "query",
  "approvals.submit": "mutation",
  "approvals.approve": "mutation",
  "attendance.checkIn": "mutation",
  "attendance.today": "query",
  "leave.balance": "query",
  "notifications.list": "query",
  "quests.list": "query",
};

/** Several queries in one request, as a page that opens asks them. */
export function batchOf(calls: readonly Query[], headers: Record<string, string>): HttpRequest {
  const batch = JSON.stringify(Object.fromEntries(calls.map(([, input], index) => [index, wire.serialize(input)])));
  const names = calls.map(([name]) => name).join(",");
  return { method: "GET", path: `/api/trpc/${names}?batch=1&input=${encodeURIComponent(batch)}`, headers };
}

type Query = { [Name in ProcedureName]: [name: Name, input: Procedures[Name]["input"]] }[ProcedureName];

/** A call exactly as the browser's client sends it: a batch, here of one. */
export function requestOf<Name extends ProcedureName>(
  name: Name,
  input: Procedures[Name]["input"],
  headers: Record<string, string>,
): HttpRequest {
  const path = `/api/trpc/${name}?batch=1`;
  const batch = JSON.stringify({ 0: wire.serialize(input) });
  if (kinds[name] === "query") return { method: "GET", path: `${path}&input=${encodeURIComponent(batch)}`, headers };
  return { method: "POST", path, headers: { ...headers, "content-type": "application/json" }, body: batch };
}

/** What the procedure answered. Throws an Error with the server's refusal when it did not. */
export function answerOf<Name extends ProcedureName>(name: Name, text: string): Procedures[Name]["output"] {
  const [answer] = JSON.parse(text);
  if (answer?.result === undefined) throw new Error(`${name} was refused: ${text.slice(0, 300)}`);
  return wire.deserialize(answer.result.data) as Procedures[Name]["output"];
}
