import { z } from "zod";
import { calendarDate, period } from "./dates";
import { leavePartCode } from "./leave-part-code";
import { paragraphs } from "./text";
import { amountKrw, localizedText } from "./units";

/** Amounts are integers in won, days are civil days in Korea, instants ISO 8601, leave is in minutes. */
export const fieldKind = z.enum([
  "paragraphs",
  "line",
  "amount-krw",
  "date",
  "period",
  "choice",
  "instant",
  "leave-part",
  "leave-minutes",
]);
export type FieldKind = z.infer<typeof fieldKind>;

/** One of the answers to a field of kind `choice`; its key is what a document stores. */
export const choiceOption = z.object({ key: z.string(), label: localizedText });
export type ChoiceOption = z.infer<typeof choiceOption>;

/** A typed field of a form template. */
export const formField = z.object({
  key: z.string(),
  label: localizedText,
  placeholder: localizedText.optional(),
  kind: fieldKind,
  required: z.boolean(),
  /** Of a `choice` alone. */
  options: z.array(choiceOption).optional(),
});
export type FormField = z.infer<typeof formField>;

/** What a document says of its form to whoever reads it: enough to show every value (ADR 0028). */
export const documentForm = z.object({ name: localizedText, description: localizedText, fields: z.array(formField) });
export type DocumentForm = z.infer<typeof documentForm>;

/** The forms that come with the portal; leave and attendance react to theirs. */
export const builtInFormCode = z.enum([
  "EXPENSE",
  "PROJECT",
  "ANNUAL_LEAVE",
  "LEAVE_CANCELLATION",
  "ATTENDANCE_CORRECTION",
]);
export type BuiltInFormCode = z.infer<typeof builtInFormCode>;

/** Names a form of HR's own: three letters that also begin its documents' numbers, none that a built-in form's begin with. */
export const ownFormCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, "form.code-malformed")
  .refine((code) => !isBuiltInPrefix(code), "form.code-reserved")
  .brand("OwnFormCode");
export type OwnFormCode = z.infer<typeof ownFormCode>;

export const formCode = z.union([builtInFormCode, ownFormCode]);
export type FormCode = z.infer<typeof formCode>;

export function isBuiltIn(code: FormCode): code is BuiltInFormCode {
  return Object.hasOwn(formTemplates, code);
}

export const writableBuiltInFormCode = builtInFormCode.extract(["EXPENSE", "PROJECT"]);

/**
 * The forms that are written as documents. The others are begun where what they change lies, by `leave.request` and the like:
 * a leave document without held days must not come to be.
 */
export const writableFormCode = z.union([writableBuiltInFormCode, ownFormCode]);
export type WritableFormCode = z.infer<typeof writableFormCode>;

export function isWritable(code: FormCode): code is WritableFormCode {
  return !isBuiltIn(code) || writableBuiltInFormCode.safeParse(code).success;
}

/** A form of electronic approval in one of its versions, which never change. A document stays on the one it was written on. */
export type FormTemplate = DocumentForm & { code: FormCode; version: number };

type BuiltInTemplate = FormTemplate & {
  code: BuiltInFormCode;
  /** Begins the document's number: `EXP-2026-000123`. */
  numberPrefix: string;
};

/** What the numbers of a form's documents begin with. */
export function numberPrefixOf(code: FormCode): string {
  return isBuiltIn(code) ? formTemplates[code].numberPrefix : code;
}

function isBuiltInPrefix(letters: string): boolean {
  return Object.values(formTemplates).some(({ numberPrefix }) => numberPrefix === letters);
}

const reasonField = { key: "reason", kind: "paragraphs", label: { ko: "사유", en: "Reason" } } as const;

export const formTemplates: Record<BuiltInFormCode, BuiltInTemplate> = {
  EXPENSE: {
    code: "EXPENSE",
    version: 1,
    numberPrefix: "EXP",
    name: { ko: "지출 신청", en: "Expense" },
    description: {
      ko: "출장비, 비품, 서버 비용처럼 회사 돈을 쓸 때",
      en: "Travel, equipment, servers: whenever the company pays",
    },
    fields: [
      { key: "amountKrw", kind: "amount-krw", required: true, label: { ko: "금액", en: "Amount" } },
      { key: "spentOn", kind: "date", required: true, label: { ko: "지출일", en: "Spent on" } },
      {
        key: "content",
        kind: "paragraphs",
        required: true,
        label: { ko: "내용", en: "What for" },
        placeholder: { ko: "무엇에 왜 썼는지 적어 주세요", en: "What was it for, and why" },
      },
      { key: "vendor", kind: "line", required: false, label: { ko: "거래처", en: "Vendor" } },
    ],
  },
  PROJECT: {
    code: "PROJECT",
    version: 1,
    numberPrefix: "PRJ",
    name: { ko: "프로젝트 신청", en: "Project" },
    description: { ko: "기간과 예산이 있는 일을 새로 시작할 때", en: "Starting work with a period and a budget" },
    fields: [
      { key: "period", kind: "period", required: true, label: { ko: "기간", en: "Period" } },
      { key: "budgetKrw", kind: "amount-krw", required: true, label: { ko: "예산", en: "Budget" } },
      {
        key: "goal",
        kind: "paragraphs",
        required: true,
        label: { ko: "목표", en: "Goal" },
        placeholder: { ko: "끝나면 무엇이 달라지나요?", en: "What will be different afterwards?" },
      },
    ],
  },
  ANNUAL_LEAVE: {
    code: "ANNUAL_LEAVE",
    version: 1,
    numberPrefix: "LEV",
    name: { ko: "연차 신청", en: "Annual leave" },
    description: { ko: "하루, 반차, 시간 단위로 쉬고 싶을 때", en: "A day, half a day or some hours off" },
    fields: [
      { key: "period", kind: "period", required: true, label: { ko: "기간", en: "Period" } },
      { key: "part", kind: "leave-part", required: true, label: { ko: "구분", en: "Part of the day" } },
      { key: "leaveMinutes", kind: "leave-minutes", required: true, label: { ko: "차감", en: "Charge" } },
      { ...reasonField, required: false },
    ],
  },
  LEAVE_CANCELLATION: {
    code: "LEAVE_CANCELLATION",
    version: 1,
    numberPrefix: "LVC",
    name: { ko: "연차 취소", en: "Leave cancellation" },
    description: { ko: "이미 시작한 연차를 되돌릴 때", en: "Taking back leave that has begun" },
    fields: [
      { key: "leaveNumber", kind: "line", required: false, label: { ko: "연차 문서", en: "Leave document" } },
      { key: "period", kind: "period", required: true, label: { ko: "취소할 기간", en: "Days taken back" } },
      { key: "leaveMinutes", kind: "leave-minutes", required: true, label: { ko: "돌려받을 연차", en: "Given back" } },
      { ...reasonField, required: true },
    ],
  },
  ATTENDANCE_CORRECTION: {
    code: "ATTENDANCE_CORRECTION",
    version: 1,
    numberPrefix: "ATC",
    name: { ko: "출석 정정", en: "Attendance correction" },
    description: { ko: "출퇴근 기록이 사실과 다를 때", en: "When the recorded hours are not what happened" },
    fields: [
      { key: "day", kind: "date", required: true, label: { ko: "날짜", en: "Day" } },
      { key: "checkedInAt", kind: "instant", required: false, label: { ko: "출근", en: "In" } },
      { key: "checkedOutAt", kind: "instant", required: false, label: { ko: "퇴근", en: "Out" } },
      { ...reasonField, required: true },
    ],
  },
};

/** What a field of several lines takes, and with it any text of a document. */
export const MAX_TEXT_LENGTH = 4000;
/** What a field of one line takes. */
export const MAX_LINE_LENGTH = 200;

/** A field's value as stored: text, won, a civil day or an inclusive range of civil days. */
export const formValue = z.union([z.string().max(MAX_TEXT_LENGTH), z.int(), period]);
export type FormValue = z.infer<typeof formValue>;
export type FormValues = Record<string, FormValue>;

const schemas = new WeakMap<DocumentForm, z.ZodType<FormValues>>();

/** The schema of a complete form: exactly its fields, each of its kind. Made once for each template. */
export function formValuesSchema(form: DocumentForm): z.ZodType<FormValues> {
  const known = schemas.get(form);
  if (known) return known;
  const shape = Object.fromEntries(form.fields.map((field) => [field.key, fieldValueSchema(field)]));
  const schema = z.strictObject(shape) as unknown as z.ZodType<FormValues>;
  schemas.set(form, schema);
  return schema;
}

/** What one field takes; nothing at all where it may be left out. */
export function fieldValueSchema(field: FormField): z.ZodType {
  const schema = schemaOfKind(field);
  return field.required ? schema : schema.optional();
}

function schemaOfKind({ kind, required, options = [] }: FormField): z.ZodType {
  const atLeast = required ? 1 : 0;
  if (kind === "amount-krw") return amountKrw;
  if (kind === "date") return calendarDate;
  if (kind === "period") return period;
  if (kind === "choice") return oneOf(options);
  if (kind === "instant") return z.iso.datetime();
  if (kind === "leave-part") return leavePartCode;
  if (kind === "leave-minutes") return z.int().min(1);
  return kind === "line"
    ? z.string().trim().min(atLeast, "text.required").max(MAX_LINE_LENGTH, "text.too-long")
    : paragraphs(MAX_TEXT_LENGTH).min(atLeast, "text.required");
}

function oneOf(options: readonly ChoiceOption[]): z.ZodType {
  return z.enum(
    options.map(({ key }) => key),
    { error: ({ input }) => (input === undefined ? "text.required" : "value.malformed") },
  );
}
