import { createHash } from "node:crypto";
import type { HistoryKind, Verification } from "@erp/contracts/approvals";
import type { DocumentState, StoredHistoryEntry, StoredPerson } from "@erp/db/mongo/models/approval-document";

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
export function verifyHistory(document: SealedDocument): ChainVerification {
  const { history } = document;
  const last = history.at(-1);
  const broken = history.find((entry, index) => !isLinked(entry, index, history[index - 1])) ?? null;
  const isSealed = last?.documentHash === hashOfDocument(document);
  const firstBrokenSequence = broken?.sequence ?? (isSealed ? null : (last?.sequence ?? 1));
  return {
    intact: firstBrokenSequence === null,
    entries: history.length,
    firstBrokenSequence,
    lastHash: last?.hash ?? null,
  };
}

function isLinked(entry: StoredHistoryEntry, index: number, previous: StoredHistoryEntry | undefined): boolean {
  const { hash, ...rest } = entry;
  return entry.sequence === index + 1 && entry.previousHash === (previous?.hash ?? null) && hash === sha256(rest);
}

function hashOfDocument(document: SealedDocument): string {
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
