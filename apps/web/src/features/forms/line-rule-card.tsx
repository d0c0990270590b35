"use client";

import {
  changeLineRuleInput,
  type LineEnforcement,
  type LineRuleView,
  lineEnforcement,
} from "@erp/contracts/line-rules";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { Segments } from "@/components/segments";
import { useToast } from "@/components/toast";
import { refusalOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { AgreementFields } from "./agreement-fields";
import { type LineRuleControl, ruleContentOf } from "./line-rule-content";
import { LineTiers } from "./line-tiers";

type LineRuleCardProps = { rule: LineRuleView; name: string; hasAmount: boolean };

/** 결재선 규정: who has to sign the documents of a form. Saved on its own, for every submission from then on. */
export function LineRuleCard({ rule, name, hasAmount }: LineRuleCardProps) {
  const t = useTranslations("forms.lineRule");
  const form = useSchemaForm(changeLineRuleInput, ruleContentOf(rule, hasAmount));
  const { save, isOutdated, reload } = useSaveRule(name);
  const submit = useSubmit(form, save);
  const { control } = form;
  return (
    <Card aria-label={t("title")} title={t("title")}>
      <p className="text-13 text-ink-2">{t("hint")}</p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <div className="flex flex-wrap justify-end gap-2">
            {isOutdated && (
              <Button onClick={reload}>
                <RotateCw aria-hidden />
                {t("reload")}
              </Button>
            )}
            <Button type="submit" look="primary" busy={form.formState.isSubmitting}>
              {t("save")}
            </Button>
          </div>
        }
      >
        <LineTiers control={control} hasAmount={hasAmount} />
        <AgreementFields control={control} hasAmount={hasAmount} />
        <EnforcementChoice control={control} />
      </Form>
    </Card>
  );
}

function EnforcementChoice({ control }: { control: LineRuleControl }) {
  const t = useTranslations("forms.lineRule");
  const { field } = useController({ control, name: "enforcement" });
  return (
    <div className="grid justify-items-start gap-1.5">
      <p className="text-13 font-semibold text-ink-2">{t("enforcement")}</p>
      <Segments<LineEnforcement>
        label={t("enforcement")}
        value={field.value}
        options={lineEnforcement.options.map((value) => ({ value, label: t(`enforcements.${value}`) }))}
        onChange={field.onChange}
      />
      <p className="text-12 text-ink-3">{t(`enforcementHints.${field.value}`)}</p>
    </div>
  );
}

/** Stores the rule, and says when somebody else was faster. The page then shows it as it is stored. */
function useSaveRule(name: string) {
  const t = useTranslations("forms.lineRule");
  const router = useRouter();
  const toast = useToast();
  const cache = trpc.useUtils();
  const change = trpc.lineRules.change.useMutation();
  const [isOutdated, setIsOutdated] = useState(false);

  async function save(rule: Parameters<typeof change.mutateAsync>[0]): Promise<void> {
    await change.mutateAsync(rule).catch((error: unknown) => {
      setIsOutdated(refusalOf(error).code === "line-rule.changed-meanwhile");
      throw error;
    });
    await Promise.all([cache.lineRules.invalidate(), cache.approvals.suggestLine.invalidate()]);
    toast.done(t("saved", { name }));
    router.refresh();
  }

  return { save, isOutdated, reload: () => router.refresh() };
}
