import type { FormField } from "@erp/contracts/approval-forms";
import {
  type ChangeLineRuleInput,
  type changeLineRuleInput,
  EVERYBODY,
  type LineRuleView,
  MAX_MANAGERS,
  type ManagersAsked,
} from "@erp/contracts/line-rules";
import type { Control } from "react-hook-form";
import type { z } from "zod";

/** What the card of a rule holds while somebody works on it. */
export type LineRuleContent = z.input<typeof changeLineRuleInput>;
export type LineRuleControl = Control<LineRuleContent, unknown, ChangeLineRuleInput>;

/** The rule of a form that asks for no amount is that of 0 won: its further tiers and agreements would never act. */
export function ruleContentOf({ tiers, agreement, ...rule }: LineRuleView, hasAmount: boolean): LineRuleContent {
  if (hasAmount) return { ...rule, tiers, agreement };
  const [first] = tiers;
  return {
    ...rule,
    tiers: [{ belowKrw: null, managers: first?.managers ?? 1 }],
    agreement: agreement?.fromKrw === 0 ? agreement : null,
  };
}

export function asksForAmount(fields: readonly Pick<FormField, "kind">[]): boolean {
  return fields.some(({ kind }) => kind === "amount-krw");
}

/** A list to choose from knows text only. */
export const managersChoices: readonly string[] = [
  ...Array.from({ length: MAX_MANAGERS }, (_, index) => String(index + 1)),
  EVERYBODY,
];

export function managersOf(choice: string): ManagersAsked {
  return choice === EVERYBODY ? EVERYBODY : Number(choice);
}
