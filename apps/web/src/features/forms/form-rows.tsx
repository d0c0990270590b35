"use client";

import type { FormTemplate } from "@erp/contracts/approval-forms";
import type { OwnFormView } from "@erp/contracts/forms";
import { builtInRuledForms } from "@erp/contracts/line-rules";
import { Lock } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Pill } from "@/components/pill";
import { Switch } from "@/components/switch";
import { useToast } from "@/components/toast";
import { FormIcon } from "@/features/approvals/format/form-icon";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useRuleWords } from "./use-rule-words";

/** A form that comes with the portal: only its release changes it, but HR who signs its documents. */
export function BuiltInFormRow({ form }: { form: FormTemplate }) {
  const t = useTranslations("forms");
  const locale = useLocale();
  const rule = useRuleWords()(form.code);
  const words = [t("fieldCount", { count: form.fields.length }), rule ?? t("lineRule.none")].join(" · ");
  const hasRule = builtInRuledForms.safeParse(form.code).success;
  const name = form.name[locale];
  const link = (
    <Link href={`/admin/forms/${form.code}`} className="hover:underline">
      {name}
    </Link>
  );
  return (
    <FormRow form={form} name={hasRule ? link : name} words={words}>
      <Pill meaning="neutral" icon={Lock}>
        {t("readOnly")}
      </Pill>
    </FormRow>
  );
}

/** A form of HR's own: opens to be changed, and can be taken out of use and back. */
export function OwnFormRow({ form }: { form: OwnFormView }) {
  const t = useTranslations("forms");
  const locale = useLocale();
  const { code, version, isOffered, fields } = form;
  const name = form.name[locale];
  const { setOffered, isSetting } = useSetOffered(form);
  const rule = useRuleWords()(code);
  const words = [code, t("fieldCount", { count: fields.length }), t("version", { version }), rule]
    .filter(Boolean)
    .join(" · ");
  const link = (
    <Link href={`/admin/forms/${code}`} className="hover:underline">
      {name}
    </Link>
  );
  return (
    <FormRow form={form} name={link} words={words}>
      <Pill meaning={isOffered ? "approved" : "neutral"}>{t(isOffered ? "offered" : "retired")}</Pill>
      <Switch label={t("offer", { name })} isOn={isOffered} onChange={setOffered} disabled={isSetting} />
    </FormRow>
  );
}

type FormRowProps = { form: FormTemplate; name: ReactNode; words: string; children: ReactNode };

function FormRow({ form: { code }, name, words, children }: FormRowProps) {
  return (
    <li className="flex min-h-14 items-center gap-3 py-2">
      <FormIcon formCode={code} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-12 text-ink-3">{words}</span>
      </span>
      {children}
    </li>
  );
}

function useSetOffered({ code, name }: OwnFormView) {
  const t = useTranslations("forms");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const offer = trpc.forms.offer.useMutation();
  const retire = trpc.forms.retire.useMutation();

  async function setOffered(isOffered: boolean): Promise<void> {
    try {
      await (isOffered ? offer : retire).mutateAsync({ formCode: code });
      toast.done(t(isOffered ? "offeredDone" : "retiredDone", { name: name[locale] }));
    } catch (error) {
      toast.failed(sentenceOf(error, locale));
    }
    await cache.forms.invalidate();
  }

  return {
    setOffered: (isOffered: boolean) => void setOffered(isOffered),
    isSetting: offer.isPending || retire.isPending,
  };
}
