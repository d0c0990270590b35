import { ownFormCode } from "@erp/contracts/approval-forms";
import type { CalendarDate } from "@erp/contracts/dates";
import type { CreateFormInput } from "@erp/contracts/forms";
import type { DemoEnding, DemoStory } from "./demo-story";

const newField = { key: null, options: [] };
const newOption = (ko: string, en: string) => ({ key: null, label: { ko, en } });

/** What HR of the demo company has made beside the built-in forms. */
export const purchaseForm: CreateFormInput = {
  formCode: ownFormCode.parse("PUR"),
  name: { ko: "구매 요청", en: "Purchase request" },
  description: {
    ko: "업무에 필요한 물건을 회사가 사 주었으면 할 때",
    en: "Something for work that the company should buy",
  },
  fields: [
    { ...newField, label: { ko: "품목", en: "Item" }, kind: "line", required: true },
    {
      key: null,
      label: { ko: "구분", en: "Category" },
      kind: "choice",
      required: true,
      options: [newOption("장비", "Equipment"), newOption("소프트웨어", "Software"), newOption("사무용품", "Supplies")],
    },
    { ...newField, label: { ko: "예상 금액", en: "Estimated price" }, kind: "amount-krw", required: true },
    { ...newField, label: { ko: "필요한 날", en: "Needed by" }, kind: "date", required: false },
    { ...newField, label: { ko: "구매 사유", en: "What for" }, kind: "paragraphs", required: true },
  ],
};

/** The keys that the first version gave to the form's options. */
const categories = { equipment: "v1o1", software: "v1o2", supplies: "v1o3" } as const;

export type DemoPurchase = {
  item: string;
  category: keyof typeof categories;
  amountKrw: number;
  neededBy?(submittedOn: CalendarDate): CalendarDate;
  reason: string;
};

export function purchase(
  daysAgo: number,
  by: string,
  line: string,
  title: string,
  { item, category, amountKrw, neededBy, reason }: DemoPurchase,
  ending: DemoEnding,
): DemoStory {
  const values = (day: CalendarDate) => ({
    v1f1: item,
    v1f2: categories[category],
    v1f3: amountKrw,
    ...(neededBy && { v1f4: neededBy(day) }),
    v1f5: reason,
  });
  return { daysAgo, by, line: line.split(" > "), formCode: purchaseForm.formCode, title, values, ending };
}
