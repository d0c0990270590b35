import type { RevisionChange, SuggestedLine } from "@erp/contracts/approvals";
import type { DocumentState, StoredRevision, StoredStep } from "@erp/db/mongo/models/approval-document";
import { filesOf, toFileView } from "./approvals.files.rules";
import { formOf } from "./approvals.form.rules";
import { canonicalJson } from "./approvals.history.rules";

/** 1 for a document that revises none. */
export function revisionNumber({ revision }: Pick<DocumentState, "revision">): number {
  return revision?.number ?? 1;
}

/** What a revision of this submitted document is: the next of its family, whose first gave the number. */
export function nextRevision(document: Pick<DocumentState, "_id" | "number" | "revision">): StoredRevision {
  const { _id, number, revision } = document;
  return {
    number: revisionNumber(document) + 1,
    of: _id,
    first: revision?.first ?? _id,
    firstNumber: revision?.firstNumber ?? number ?? "",
  };
}

/** The family's number and which revision it is: `EXP-2026-000123-R2`. */
export function numberOfRevision({ firstNumber, number }: StoredRevision): string {
  return `${firstNumber}-R${number}`;
}

/** What approvers see: who decides how and in what time, without who has decided. */
export function plainLine(line: readonly StoredStep[]): SuggestedLine {
  return line.map(({ kind, quorum, approvers, dueInDays }) => ({
    kind,
    quorum,
    approvers: approvers.map(({ person }) => person),
    dueInDays,
  }));
}

type Content = Pick<
  DocumentState,
  "formCode" | "form" | "title" | "values" | "line" | "references" | "readers" | "files"
>;

/** What of the content differs, field by field, in the order of the paper. People are compared by who they are. */
export function changesBetween(before: Content, after: Content): RevisionChange[] {
  const values = formOf<"fields">(after).fields.map(({ key }) => ({
    change: { field: "value" as const, key, before: before.values[key] ?? null, after: after.values[key] ?? null },
    isSame: canonicalJson(before.values[key]) === canonicalJson(after.values[key]),
  }));
  const lists = (["references", "readers"] as const).map((field) => ({
    change: { field, before: before[field], after: after[field] },
    isSame: isSameList(before[field], after[field]),
  }));
  const [filesBefore, filesAfter] = [filesOf(before), filesOf(after)];
  const all: { change: RevisionChange; isSame: boolean }[] = [
    {
      change: { field: "title", before: before.title, after: after.title },
      isSame: before.title === after.title,
    },
    ...values,
    {
      change: { field: "line", before: plainLine(before.line), after: plainLine(after.line) },
      isSame: lineKey(before.line) === lineKey(after.line),
    },
    ...lists,
    {
      change: { field: "files", before: filesBefore.map(toFileView), after: filesAfter.map(toFileView) },
      isSame: isSameList(filesBefore, filesAfter),
    },
  ];
  return all.filter(({ isSame }) => !isSame).map(({ change }) => change);
}

function isSameList(before: readonly { id: string }[], after: readonly { id: string }[]): boolean {
  return before.map(({ id }) => id).join() === after.map(({ id }) => id).join();
}

function lineKey(line: readonly StoredStep[]): string {
  return JSON.stringify(
    line.map(({ kind, quorum, approvers, dueInDays }) => [
      kind,
      quorum,
      approvers.map(({ person }) => person.id),
      dueInDays,
    ]),
  );
}
