import { type FormTemplate, type OwnFormCode, ownFormCode } from "@erp/contracts/approval-forms";
import type { SubmitInput } from "@erp/contracts/approvals";
import type { CreateFormInput, FormFieldInput } from "@erp/contracts/forms";
import type { EmployeeId } from "@erp/contracts/ids";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
let made = 0;

/** Another one each time, from QAA on: none that a built-in form or the demo company has. */
export function nextFormCode(): OwnFormCode {
  made += 1;
  return ownFormCode.parse(`Q${LETTERS[Math.floor(made / 26) % 26]}${LETTERS[made % 26]}`);
}

export function buildField(ko: string, chosen: Partial<FormFieldInput> = {}): FormFieldInput {
  return { key: null, label: { ko, en: `${ko} (en)` }, kind: "line", required: true, options: [], ...chosen };
}

export function buildOption(ko: string, key: string | null = null): FormFieldInput["options"][number] {
  return { key, label: { ko, en: `${ko} (en)` } };
}

/** A form of HR's own: an item, a price and a choice of two. */
export function buildForm(chosen: Partial<CreateFormInput> = {}): CreateFormInput {
  return {
    formCode: nextFormCode(),
    name: { ko: "구매 요청", en: "Purchase request" },
    description: { ko: "물건이 필요할 때", en: "Something to buy" },
    fields: [
      buildField("품목"),
      buildField("금액", { kind: "amount-krw" }),
      buildField("구분", { kind: "choice", options: [buildOption("장비"), buildOption("사무용품")] }),
    ],
    ...chosen,
  };
}

/** A complete document on the first version of such a form, with one step per approver. */
export function purchaseOn(
  { code, version }: Pick<FormTemplate, "version"> & { code: OwnFormCode },
  approverIds: readonly EmployeeId[],
): SubmitInput {
  return {
    formCode: code,
    formVersion: version,
    title: "노트북 한 대",
    values: { v1f1: "노트북", v1f2: 1_590_000, v1f3: "v1o1" },
    line: approverIds.map((id) => ({ kind: "APPROVAL", quorum: "ALL", approverIds: [id] })),
    referenceIds: [],
    readerIds: [],
    fileIds: [],
  };
}
