"use client";

import { type FormCode, formCode, formTemplates } from "@erp/contracts/approval-forms";
import { ArrowRight, FilePen } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { PageHeader } from "@/components/page-header";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { FormIcon } from "../format/form-icon";

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
        {formCode.options.map((code) => (
          <li key={code}>
            <FormCard code={code} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function FormCard({ code }: { code: FormCode }) {
  const t = useTranslations("approvals");
  const locale = useLocale();
  const { name, description, fields } = formTemplates[code];
  return (
    <Link
      href={`/approvals/new?form=${code}`}
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
