import { createFormInput, type OwnFormView, ownFormView } from "@erp/contracts/forms";
import { expect, it } from "vitest";
import { blankField, contentOf, previewedFields } from "./form-content";

const stored: OwnFormView = ownFormView.parse({
  code: "PUR",
  version: 2,
  isOffered: true,
  name: { ko: "구매 요청", en: "Purchase request" },
  description: { ko: "물건이 필요할 때", en: "Something to buy" },
  fields: [
    { key: "v1f1", label: { ko: "품목", en: "Item" }, kind: "line", required: true },
    {
      key: "v2f2",
      label: { ko: "구분", en: "Category" },
      kind: "choice",
      required: false,
      options: [
        { key: "v2o1", label: { ko: "장비", en: "Equipment" } },
        { key: "v2o2", label: { ko: "기타", en: "Other" } },
      ],
    },
  ],
});

it("a stored form is opened with the keys that its next version is to keep, and can be saved as it is", () => {
  const content = contentOf(stored);
  expect(content.fields.map(({ key }) => key)).toEqual(["v1f1", "v2f2"]);
  expect(content.fields[1]?.options.map(({ key }) => key)).toEqual(["v2o1", "v2o2"]);
  expect(createFormInput.safeParse(content).success).toBe(true);
});

it("a new form begins with one empty field, which the preview gives a name", () => {
  expect(contentOf(null).fields).toEqual([blankField()]);
  const [field] = previewedFields([blankField()], "이름 없는 항목");
  expect(field?.label).toEqual({ ko: "이름 없는 항목", en: "이름 없는 항목" });
  const half = { ...blankField(), label: { ko: "품목", en: "" } };
  expect(previewedFields([half], "…")[0]?.label).toEqual({ ko: "품목", en: "품목" });
});

it("a field that changes its kind is another one in the preview, so that no value is taken for what it is not", () => {
  const keyOf = (kind: "line" | "period") => previewedFields([{ ...blankField(), kind }], "…")[0]?.key;
  expect(keyOf("line")).not.toBe(keyOf("period"));
});
