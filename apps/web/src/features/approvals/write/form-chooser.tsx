"use client";

import { formTemplates, type WritableFormCode, writableFormCode } from "@erp/contracts/approval-forms";
import { ArrowRight, FilePen } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { PageHeader } from "@/components/page-header";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { FormIcon } from "../format/form-icon";

type OfferedForm = { code: WritableFormCode | "ANNUAL_LEAVE"; href: string };

/** What can be begun here: the forms that are written as documents, and leave, which is asked for on a page of its own. */
const offeredForms: readonly OfferedForm[] = [
  { code: "ANNUAL_LEAVE", href: "/leave/new" },
  ...writableFormCode.options.map((code) => ({ code, href: `/approvals/new?form=${code}` })),
];

/** Which form? Each says when it is used and gives an example. */
export function FormChooser() {
  const t = useTranslations("approvals.write");
  const { data: counts } = trpc.approvals.counts.useQuery();
  const drafts = counts?.DRAFTS ?? 0;
  return (
    <Page>
      <PageHeader
        title={t("chooseForm")}
        description={t("chooseHint")}
        actions={
          drafts > 0 && (
            <ButtonLink href="/approvals/drafts">
              <FilePen aria-hidden />
              {t("drafts", { count: drafts })}
            </ButtonLink>
          )
        }
      />
      <ul className="grid gap-3.5 tablet:grid-cols-2">
        {offeredForms.map(({ code, href }) => (
          <li key={code}>
            <FormCard code={code} href={href} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function FormCard({ code, href }: OfferedForm) {
  const t = useTranslations("approvals");
  const locale = useLocale();
  const { name, description, fields } = formTemplates[code];
  return (
    <Link
      href={href}
      className="group flex h-full gap-4 rounded-card border border-line bg-surface p-4 transition-colors duration-120 hover:border-accent"
    >
      <FormIcon formCode={code} className="size-10" />
      <span className="grid min-w-0 flex-1 gap-1">
        <span className="text-16 font-semibold">{name[locale]}</span>
        <span className="text-ink-2">{description[locale]}</span>
        <span className="text-13 text-ink-3">{t(`forms.${code}.example`)}</span>
        <span className="mt-1 text-12 text-ink-3">{fields.map(({ label }) => label[locale]).join(" · ")}</span>
      </span>
      <ArrowRight
        aria-hidden
        className="size-4.5 shrink-0 self-center text-ink-3 transition-transform duration-120 group-hover:translate-x-0.5 group-hover:text-accent"
      />
    </Link>
  );
}
