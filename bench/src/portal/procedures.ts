import type {
  ApproveInput,
  DocumentByIdInput,
  DocumentCard,
  DocumentView,
  listBoxInput,
  submitInput,
} from "@erp/contracts/approvals";
import type { DirectoryEntry, listDirectoryInput } from "@erp/contracts/employees";
import type { SignInInput, SignInResult } from "@erp/contracts/identity";
import type { Page } from "@erp/contracts/paging";
import { wire } from "@erp/contracts/wire";
import type { z } from "zod";
import type { HttpRequest } from "../measure/load";

/** The procedures that are measured. */
export type Procedures = {
  "identity.signIn": { input: SignInInput; output: SignInResult };
  "employees.list": { input: z.input<typeof listDirectoryInput>; output: Page<DirectoryEntry> };
  "approvals.list": { input: z.input<typeof listBoxInput>; output: Page<DocumentCard> };
  "approvals.document": { input: DocumentByIdInput; output: DocumentView };
  "approvals.submit": { input: z.input<typeof submitInput>; output: DocumentView };
  "approvals.approve": { input: ApproveInput; output: DocumentView };
};
export type ProcedureName = keyof Procedures;

const kinds: Record<ProcedureName, "query" | "mutation"> = {
  "identity.signIn": "mutation",
  "employees.list": "query",
  "approvals.list": "query",
  "approvals.document": "query",
  "approvals.submit": "mutation",
  "approvals.approve": "mutation",
};

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
