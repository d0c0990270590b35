import { builtInRuledForms, type LineRuleView, type RuledFormCode } from "@erp/contracts/line-rules";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { ruleOf, type StoredRule } from "./approvals.line-rules.rules";

/** What a rule is made of, for queries that name the table `rule`. */
export const ruleColumns = `rule.tiers, rule.agreement_department_code AS agreementDepartmentCode,
  rule.agreement_from_krw AS agreementFromKrw, rule.enforcement`;

type Row = { formCode: RuledFormCode; version: number } & StoredRule;

/** The rule of every form, the built-in ones first. */
export async function listLineRules(ctx: Ctx): Promise<LineRuleView[]> {
  authorize(ctx, "line-rules:manage");
  const [rules, own]: [Row[], { code: RuledFormCode }[]] = await Promise.all([
    ctx.mysql.query(`SELECT rule.form_code AS formCode, rule.version, ${ruleColumns} FROM approval_line_rules rule`),
    ctx.mysql.query("SELECT code FROM approval_forms ORDER BY code"),
  ]);
  const stored = new Map(rules.map((row) => [row.formCode, row]));
  const codes = [...builtInRuledForms.options, ...own.map(({ code }) => code)];
  return codes.map((code) => toView(code, stored.get(code)));
}

/** Throws `form.not-found` for a form that is none. */
export async function findLineRule(ctx: Ctx, formCode: RuledFormCode): Promise<LineRuleView> {
  const rule = (await listLineRules(ctx)).find((each) => each.formCode === formCode);
  if (!rule) throw new DomainError("form.not-found");
  return rule;
}

function toView(formCode: RuledFormCode, row: Row | undefined): LineRuleView {
  return { formCode, version: row?.version ?? 0, ...ruleOf(formCode, row) };
}
