import {
  type DocumentForm,
  type FieldKind,
  type FormTemplate,
  type FormValue,
  formValue,
  formValuesSchema,
  MAX_TEXT_LENGTH,
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
import type { FileView } from "@erp/contracts/files";
import { z } from "zod";
import { type DraftLine, toLineInput } from "./line-changes";

/** The form a document is written on, in the version it was begun on. */
export type WrittenForm = FormTemplate & { code: WritableFormCode };

/** A value while it is being typed: a period may have one end only, an amount may be missing. */
export type TypedValue = FormValue | { from: string; to: string } | null | undefined;

/** What the editor holds; people instead of ids, values as far as they are typed. */
export type DraftContent = {
  title: string;
  values: Record<string, TypedValue>;
  line: DraftLine;
  references: PersonView[];
  readers: PersonView[];
  files: FileView[];
};

export function emptyContent(form: DocumentForm): DraftContent {
  return { title: "", values: emptyValues(form), line: [], references: [], readers: [], files: [] };
}

/** A stored draft or the copy of a document, as the editor holds it. */
export function contentOf(source: CopiedDraft | DocumentView): DraftContent {
  const { form, title, values, line, references, readers } = source;
  const steps = line.map(({ kind, quorum, dueInDays, approvers }) => ({
    kind,
    quorum,
    dueInDays,
    approvers: approvers.map((approver) => ("person" in approver ? approver.person : approver)),
  }));
  return {
    title,
    values: { ...emptyValues(form), ...values },
    line: steps,
    references,
    readers,
    // A copy has none: files belong to their document.
    files: "files" in source ? source.files : [],
  };
}

/** Nothing typed is nothing to keep: a line alone, which may be only suggested, makes no draft. */
export function isWorthKeeping({ title, values, references, readers, files }: DraftContent): boolean {
  const added = references.length + readers.length + files.length;
  return title.trim() !== "" || Object.values(savedValues(values)).length > 0 || added > 0;
}

export function toSaveInput(
  form: Pick<WrittenForm, "code" | "version">,
  content: DraftContent,
  draft: DocumentReference | null,
): SaveDraftInput {
  return {
    ...(draft && { draft }),
    formCode: form.code,
    formVersion: form.version,
    title: content.title,
    values: savedValues(content.values),
    line: toLineInput(content.line),
    referenceIds: content.references.map(({ id }) => id),
    readerIds: content.readers.map(({ id }) => id),
    fileIds: content.files.map(({ id }) => id),
  };
}

export function toSubmitInput(
  form: Pick<WrittenForm, "code" | "version">,
  content: DraftContent,
  draft: DocumentReference | null,
): SubmitInput {
  return submitInput.parse(toSaveInput(form, content, draft));
}

/** What must hold before a document is submitted: the contracts' rules, on the editor's own shape. */
export function contentSchema(form: DocumentForm) {
  const onLine = lineInput as z.ZodType;
  return z.object({
    title: submitInput.shape.title,
    values: z.preprocess((values) => withoutEmpty(values as DraftContent["values"]), formValuesSchema(form)),
    line: z.custom<DraftLine>().superRefine((line, context) => {
      const result = onLine.safeParse(toLineInput(line));
      if (!result.success)
        context.addIssue({ code: "custom", message: result.error.issues[0]?.message ?? "line.no-steps" });
    }),
    references: z.custom<PersonView[]>(),
    readers: z.custom<PersonView[]>(),
    files: z.custom<FileView[]>(),
  });
}

function emptyValues({ fields }: DocumentForm): DraftContent["values"] {
  return Object.fromEntries(fields.map(({ key, kind }) => [key, emptyValue(kind)]));
}

function emptyValue(kind: FieldKind): TypedValue {
  if (kind === "period") return { from: "", to: "" };
  return kind === "amount-krw" || kind === "choice" ? null : "";
}

/**
 * The values that are whole: half a period is not kept, for it would mean something else. Of a text that is too long all
 * that fits is kept; without it the draft would lose the field.
 */
export function savedValues(values: DraftContent["values"]): Record<string, FormValue> {
  return Object.fromEntries(
    Object.entries(withoutEmpty(values)).flatMap(([key, value]) => {
      const parsed = formValue.safeParse(typeof value === "string" ? value.slice(0, MAX_TEXT_LENGTH) : value);
      return parsed.success ? [[key, parsed.data]] : [];
    }),
  );
}

function withoutEmpty(values: DraftContent["values"]): DraftContent["values"] {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
}
