import { defaultLineRule, type LineRule, type RuledFormCode } from "@erp/contracts/line-rules";
import { changeLineRule } from "../approvals/approvals.line-rules.mutations";
import { listLineRules } from "../approvals/approvals.line-rules.queries";
import type { Ctx } from "../context";

/** Gives a form the rule it came with, but for what is chosen, as HR does; answers the rule's version. */
export async function ruleLine(asHr: Ctx, formCode: RuledFormCode, chosen: Partial<LineRule> = {}): Promise<number> {
  const now = (await listLineRules(asHr)).find((rule) => rule.formCode === formCode);
  const rule = { ...defaultLineRule(formCode), ...chosen };
  return (await changeLineRule(asHr, { formCode, version: now?.version ?? 0, ...rule })).version;
}
