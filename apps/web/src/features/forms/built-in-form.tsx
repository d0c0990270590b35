"use client";

import type { FormTemplate } from "@erp/contracts/approval-forms";
import type { LineRuleView } from "@erp/contracts/line-rules";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { PageHeader } from "@/components/page-header";
import { LineRuleCard } from "./line-rule-card";
import { asksForAmount } from "./line-rule-content";

/** A form that comes with the portal: HR decides who has to sign its documents, and nothing else of it. */
export function BuiltInForm({ form, rule }: { form: FormTemplate; rule: LineRuleView }) {
  const t = useTranslations("forms");
  const locale = useLocale();
  const name = form.name[locale];
  return (
    <>
      <PageHeader
        title={name}
        description={t("builtInHint")}
        actions={<ButtonLink href="/admin/forms">{t("back")}</ButtonLink>}
      />
      <div className="max-w-[720px]">
        <LineRuleCard key={rule.version} rule={rule} name={name} hasAmount={asksForAmount(form.fields)} />
      </div>
    </>
  );
}
