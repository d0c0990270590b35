import { createHash } from "node:crypto";
import type { HistoryKind, Verification } from "@erp/contracts/approvals";
import type { DocumentState, StoredHistoryEntry, StoredPerson } from "@erp/db/mongo/models/approval-document";
import { amountOf, formOf } from "./approvals.form.rules";

/** What happened, before it is sealed. `step` counts from 1. */
export type HistoryFact = {
  kind: HistoryKind;
  at: Date;
  actor: StoredPerson | null;
  /** Whose decision a substitute made; absent otherwise. */
  onBehalfOf?: StoredPerson;
  step: number | null;
  text: string | null;
};

/** Everything of a document that must not change unnoticed; the rest (boxes, search text, outbox) is computed or passing. */
const sealedFields = [
  "_id",
  "version",
  "formCode",
  "formVersion",
  "form",
  "number",
  "title",
  "values",
  "status",
  "requester",
  "line",
  "references",
  "readers",
  "files",
  "revision",
  "submittedAt",
  "completedAt",
] as const satisfies (keyof DocumentState)[];

export type SealedDocument = Pick<DocumentState, (typeof sealedFields)[number] | "history">;
/** What `verifyHistory` looks at. Whoever alters a store may take the history away, too. */
export type StoredDocument = Omit<SealedDocument, "history"> & Partial<Pick<DocumentState, "history" | "amountKrw">>;

/** A draft has never been submitted; one whose status alone says so was altered. */
export function wasSubmitted({
  status,
  submittedAt,
  history,
}: Pick<StoredDocument, "status" | "submittedAt" | "history">): boolean {
  return status !== "DRAFT" || submittedAt !== null || entriesOf(history).length > 0;
}

/** The same for a query, which no index helps. */
export const submittedDocuments = {
  $or: [{ status: { $ne: "DRAFT" as const } }, { submittedAt: { $ne: null } }, { "history.0": { $exists: true } }],
};

/** The history with one more entry, which seals the entry before it and the document as it stands after the move. */
export function withEntry(document: SealedDocument, fact: HistoryFact): StoredHistoryEntry[] {
  const last = document.history.at(-1);
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    ...fact,
    documentHash: hashOfDocument(document),
    previousHash: last?.hash ?? null,
  };
  return [...document.history, { ...entry, hash: sha256(entry) }];
}

/** What the chain alone says; files lie in another store. */
export type ChainVerification = Omit<Verification, "brokenFiles">;

/** Recomputes the chain. A changed document breaks its last entry, which sealed it as it should be. */
export function verifyHistory(document: StoredDocument): ChainVerification {
  const history = entriesOf(document.history);
  const last = history.at(-1);
  const broken = history.findIndex((entry, index) => !isLinked(entry, index, history[index - 1]));
  const isSealed = last?.documentHash === hashOfDocument(document) && isAmountOfValues(document);
  const unsealed = isSealed ? null : (last?.sequence ?? 1);
  const firstBrokenSequence = broken === -1 ? unsealed : (history[broken]?.sequence ?? broken + 1);
  return {
    intact: firstBrokenSequence === null,
    entries: history.length,
    firstBrokenSequence,
    lastHash: last?.hash ?? null,
  };
}

function entriesOf(history: StoredHistoryEntry[] | undefined): StoredHistoryEntry[] {
  return Array.isArray(history) ? history : [];
}

/** Lists show and filter by a copy of the amount, which the chain does not cover; asked of sealed values alone. */
function isAmountOfValues(document: StoredDocument): boolean {
  return (document.amountKrw ?? null) === amountOf(formOf<"fields">(document), document.values);
}

function isLinked(entry: StoredHistoryEntry, index: number, previous: StoredHistoryEntry | undefined): boolean {
  const { hash, ...rest } = entry;
  return entry.sequence === index + 1 && entry.previousHash === (previous?.hash ?? null) && hash === sha256(rest);
}

function hashOfDocument(document: Omit<SealedDocument, "history">): string {
  return sha256(Object.fromEntries(sealedFields.map((field) => [field, document[field]])));
}

function sha256(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/**
 * JSON with sorted keys, so that a store may return them in any order. Half a surrogate pair is written as U+FFFD,
 * because that is what becomes of it in the store.
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value === "string") return JSON.stringify(Buffer.from(value, "utf8").toString("utf8"));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const members = entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
  return `{${members.join(",")}}`;
}
