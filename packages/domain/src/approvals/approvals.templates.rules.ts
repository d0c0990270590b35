import type { ChoiceOption, FormField } from "@erp/contracts/approval-forms";
import type { FormFieldInput } from "@erp/contracts/forms";

/**
 * The fields as this version of a form stores them. What is kept of the version before keeps its key, for values are found
 * by it; a field of another kind is another field. What is new is named after the version, which no key before it was.
 */
export function keyedFields(
  inputs: readonly FormFieldInput[],
  before: readonly FormField[],
  version: number,
): FormField[] {
  const kept = before.filter(({ key, kind }) => inputs.some((input) => input.key === key && input.kind === kind));
  return withKeys(inputs, kept, `v${version}f`).map(({ key, label, kind, required, options }) => ({
    key,
    label,
    kind,
    required,
    ...(kind === "choice" && { options: keyedOptions(options, optionsOf(kept, key), version) }),
  }));
}

function keyedOptions(
  inputs: FormFieldInput["options"],
  before: readonly ChoiceOption[],
  version: number,
): ChoiceOption[] {
  return withKeys(inputs, before, `v${version}o`).map(({ key, label }) => ({ key, label }));
}

function optionsOf(fields: readonly FormField[], fieldKey: string): readonly ChoiceOption[] {
  return fields.find(({ key }) => key === fieldKey)?.options ?? [];
}

/** Each known key is given once: whoever asks for it a second time gets a new one. */
function withKeys<Item extends { key: string | null }>(
  items: readonly Item[],
  known: readonly { key: string }[],
  prefix: string,
): (Item & { key: string })[] {
  const left = new Set(known.map(({ key }) => key));
  return items.map((item, index) => ({
    ...item,
    key: item.key !== null && left.delete(item.key) ? item.key : `${prefix}${index + 1}`,
  }));
}
