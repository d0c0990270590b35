import {
  type FormCode,
  type FormTemplate,
  type FormValue,
  formTemplates,
  formValue,
  formValuesSchema,
  type WritableFormCode,
} from "@erp/contracts/approval-forms";
import {
  type CopiedDraft,
  type DocumentReference,
  type DocumentView,
  lineInput,
  type SaveDraftInput,
  type SubmitInput,
  submitInput,
} from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import { z } from "zod";
import { type DraftLine, toLineInput } from "./line-changes";

/** A value while it is being typed: a period may have one end only, an amount may be missing. */
export type TypedValue = FormValue | { from: string; to: string } | null | undefined;

/** What the editor holds; people instead of ids, values as far as they are typed. */
export type DraftContent = {
  title: string;
  values: Record<string, TypedValue>;
  line: DraftLine;
  references: PersonView[];
  readers: PersonView[];
};

export function emptyContent(formCode: FormCode): DraftContent {
  return { title: "", values: emptyValues(formTemplates[formCode]), line: [], references: [], readers: [] };
}

/** A stored draft or the copy of a document, as the editor holds it. */
export function contentOf(source: CopiedDraft | DocumentView): DraftContent {
  const { formCode, title, values, line, references, readers } = source;
  const steps = line.map(({ kind, quorum, approvers }) => ({
    kind,
    quorum,
    approvers: approvers.map((approver) => ("person" in approver ? approver.person : approver)),
  }));
  return { title, values: { ...emptyValues(formTemplates[formCode]), ...values }, line: steps, references, readers };
}

/** Nothing typed is nothing to keep: a line alone, which may be only suggested, makes no draft. */
export function isWorthKeeping({ title, values, references, readers }: DraftContent): boolean {
  return title.trim() !== "" || Object.values(savedValues(values)).length > 0 || references.length + readers.length > 0;
}

export function toSaveInput(
  formCode: WritableFormCode,
  content: DraftContent,
  draft: DocumentReference | null,
): SaveDraftInput {
  return {
    ...(draft && { draft }),
    formCode,
    title: content.title,
    values: savedValues(content.values),
    line: toLineInput(content.line),
    referenceIds: content.references.map(({ id }) => id),
    readerIds: content.readers.map(({ id }) => id),
  };
}

export function toSubmitInput(
  formCode: WritableFormCode,
  content: DraftContent,
  draft: DocumentReference | null,
): SubmitInput {
  return submitInput.parse(toSaveInput(formCode, content, draft));
}

/** What must hold before a document is submitted: the contracts' rules, on the editor's own shape. */
export function contentSchema(template: FormTemplate) {
  const onLine = lineInput as z.ZodType;
  return z.object({
    title: submitInput.shape.title,
    values: z.preprocess((values) => withoutEmpty(values as DraftContent["values"]), formValuesSchema(template)),
    line: z.custom<DraftLine>().superRefine((line, context) => {
      const result = onLine.safeParse(toLineInput(line));
      if (!result.success)
        context.addIssue({ code: "custom", message: result.error.issues[0]?.message ?? "line.no-steps" });
    }),
    references: z.custom<PersonView[]>(),
    readers: z.custom<PersonView[]>(),
  });
}

function emptyValues({ fields }: FormTemplate): DraftContent["values"] {
  return Object.fromEntries(
    fields.map(({ key, kind }) => [key, kind === "period" ? { from: "", to: "" } : kind === "amount-krw" ? null : ""]),
  );
}

/** The values that are whole: half a period is not kept, for it would mean something else. */
export function savedValues(values: DraftContent["values"]): Record<string, FormValue> {
  return Object.fromEntries(
    Object.entries(withoutEmpty(values)).flatMap(([key, value]) => {
      const parsed = formValue.safeParse(value);
      return parsed.success ? [[key, parsed.data]] : [];
    }),
  );
}

function withoutEmpty(values: DraftContent["values"]): DraftContent["values"] {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
}
