"use client";

import type { FormCode } from "@erp/contracts/approval-forms";
import { useTranslations } from "next-intl";
import { trpc } from "@/lib/trpc";

/** Whether a form's rule binds, in a word; null while that is not known, and for a form without a rule. */
export function useRuleWords() {
  const t = useTranslations("forms.lineRule.short");
  const { data: rules } = trpc.lineRules.list.useQuery();
  return (code: FormCode): string | null => {
    const rule = rules?.find(({ formCode }) => formCode === code);
    return rule ? t(rule.enforcement) : null;
  };
}
