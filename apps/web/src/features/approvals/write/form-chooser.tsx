"use client";

import {
  type DocumentForm,
  type FormCode,
  formTemplates,
  writableBuiltInFormCode,
} from "@erp/contracts/approval-forms";
import { ArrowRight, FilePen } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/skeleton";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { FormIcon } from "../format/form-icon";

type OfferedForm = { code: FormCode; form: DocumentForm; href: string; example: string | null };

/** Which form? Each says when it is used and gives an example. */
export function FormChooser() {
  const t = useTranslations("approvals.write");
  const { data: counts } = trpc.approvals.counts.useQuery();
  const drafts = counts?.DRAFTS ?? 0;
  const { forms, own } = useOfferedForms();
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
        {forms.map((each) => (
          <li key={each.code}>
            <FormCard {...each} />
          </li>
        ))}
        {own.isPending && (
          <li>
            <Skeleton className="h-28 rounded-card" />
          </li>
        )}
      </ul>
      {own.isError && <ErrorState error={own.error} onRetry={() => own.refetch()} isRetrying={own.isRefetching} />}
    </Page>
  );
}

/** What can be begun here: leave, which is asked for on a page of its own, and the forms that are written as documents. */
function useOfferedForms() {
  const t = useTranslations("approvals.forms");
  const own = trpc.forms.list.useQuery();
  const builtIn = (["ANNUAL_LEAVE", ...writableBuiltInFormCode.options] as const).map((code) => ({
    code,
    form: formTemplates[code],
    href: code === "ANNUAL_LEAVE" ? "/leave/new" : writingHref(code),
    example: t(`${code}.example`),
  }));
  const offered = (own.data ?? []).filter(({ isOffered }) => isOffered);
  const forms: OfferedForm[] = [
    ...builtIn,
    ...offered.map((form) => ({ code: form.code, form, href: writingHref(form.code), example: null })),
  ];
  return { forms, own };
}

function writingHref(code: FormCode): string {
  return `/approvals/new?form=${code}`;
}

function FormCard({ code, form: { name, description, fields }, href, example }: OfferedForm) {
  const locale = useLocale();
  return (
    <Link
      href={href}
      className="group flex h-full gap-4 rounded-card border border-line bg-surface p-4 transition-colors duration-120 hover:border-accent"
    >
      <FormIcon formCode={code} className="size-10" />
      <span className="grid min-w-0 flex-1 content-start gap-1">
        <span className="text-16 font-semibold">{name[locale]}</span>
        <span className="text-ink-2">{description[locale]}</span>
        {example !== null && <span className="text-13 text-ink-3">{example}</span>}
        <span className="mt-1 text-12 text-ink-3">{fields.map(({ label }) => label[locale]).join(" · ")}</span>
      </span>
      <ArrowRight
        aria-hidden
        className="size-4.5 shrink-0 self-center text-ink-3 transition-transform duration-120 group-hover:translate-x-0.5 group-hover:text-accent"
      />
    </Link>
  );
}
