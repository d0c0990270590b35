import type { FormField } from "@erp/contracts/approval-forms";
import { expect, it } from "vitest";
import { buildField, buildOption } from "../testing/build-form";
import { keyedFields } from "./approvals.templates.rules";

const keysOf = (fields: readonly FormField[]) => fields.map(({ key }) => key);
const optionKeysOf = (field: FormField | undefined) => field?.options?.map(({ key }) => key);

const category = buildField("구분", { kind: "choice", options: [buildOption("장비"), buildOption("기타")] });
const first = keyedFields([buildField("품목"), buildField("금액", { kind: "amount-krw" }), category], [], 1);

it("names fields and options after the version that brought them", () => {
  expect(keysOf(first)).toEqual(["v1f1", "v1f2", "v1f3"]);
  expect(optionKeysOf(first[2])).toEqual(["v1o1", "v1o2"]);
  expect(first[0]).not.toHaveProperty("options");
});

it("keeps the key of what is kept, wherever it moves, and gives what is new one that no version had", () => {
  const options = [buildOption("기타", "v1o2"), buildOption("소프트웨어")];
  const second = keyedFields(
    [{ ...category, key: "v1f3", options }, buildField("거래처"), buildField("물건", { key: "v1f1", required: false })],
    first,
    2,
  );
  expect(keysOf(second)).toEqual(["v1f3", "v2f2", "v1f1"]);
  expect(optionKeysOf(second[0])).toEqual(["v1o2", "v2o2"]);
  expect(second[2]).toEqual({ key: "v1f1", label: buildField("물건").label, kind: "line", required: false });
  const third = keyedFields([buildField("금액", { kind: "amount-krw" })], second, 3);
  expect(keysOf(third)).toEqual(["v3f1"]);
});

it.each([
  ["of another kind", [buildField("품목", { key: "v1f1", kind: "paragraphs" })], ["v2f1"]],
  ["asked for twice", [buildField("품목", { key: "v1f1" }), buildField("물건", { key: "v1f1" })], ["v1f1", "v2f2"]],
  ["that nobody gave", [buildField("품목", { key: "v9f9" })], ["v2f1"]],
])("a key %s is not kept", (_, inputs, keys) => {
  expect(keysOf(keyedFields(inputs, first, 2))).toEqual(keys);
});
