import { z } from "zod";
import { calendarDate, period } from "./dates";
import { paragraphs } from "./text";
import { amountKrw, type LocalizedText } from "./units";

/** A typed field of a form template. Amounts are integers in won, days are civil days in Korea. */
export type FormField = {
  key: string;
  label: LocalizedText;
  placeholder?: LocalizedText;
  kind: "paragraphs" | "line" | "amount-krw" | "date" | "period";
  required: boolean;
};

/** A form of electronic approval. A running document stays on the version it was written on. */
export type FormTemplate = {
  code: FormCode;
  version: number;
  /** Begins the document's number: `EXP-2026-000123`. */
  numberPrefix: string;
  name: LocalizedText;
  description: LocalizedText;
  fields: readonly FormField[];
};

export const formCode = z.enum(["EXPENSE", "PROJECT"]);
export type FormCode = z.infer<typeof formCode>;

export const formTemplates: Record<FormCode, FormTemplate> = {
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
};

/** A field's value as stored: text, won, a civil day or an inclusive range of civil days. */
export const formValue = z.union([z.string().max(4000), z.int(), period]);
export type FormValue = z.infer<typeof formValue>;
export type FormValues = Record<string, FormValue>;

/** The schema of a complete form: exactly the template's fields, each of its kind. */
export function formValuesSchema(template: FormTemplate): z.ZodType<FormValues> {
  const shape = Object.fromEntries(template.fields.map((field) => [field.key, valueSchema(field)]));
  return z.strictObject(shape) as unknown as z.ZodType<FormValues>;
}

function valueSchema(field: FormField): z.ZodType {
  const schema = schemaOfKind(field);
  return field.required ? schema : schema.optional();
}

function schemaOfKind({ kind, required }: FormField): z.ZodType {
  const atLeast = required ? 1 : 0;
  if (kind === "amount-krw") return amountKrw;
  if (kind === "date") return calendarDate;
  if (kind === "period") return period;
  return kind === "line"
    ? z.string().trim().min(atLeast, "text.required").max(200, "text.too-long")
    : paragraphs(4000).min(atLeast, "text.required");
}
