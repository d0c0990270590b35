"use client";

import { formTemplates, writableBuiltInFormCode } from "@erp/contracts/approval-forms";
import { FilePen, type LucideIcon, Search, Share2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { trpc } from "@/lib/trpc";

/** So many of HR's own forms stand here; all of them are a step away, in 문서 작성. */
const OWN_FORMS = 2;

/** The ways that are gone most often. */
export function QuickActions() {
  const t = useTranslations("dashboard.quick");
  const locale = useLocale();
  const { data: counts } = trpc.approvals.counts.useQuery();
  const { data: ownForms = [] } = trpc.forms.list.useQuery();
  const drafts = counts?.DRAFTS ?? 0;
  const forms = [
    ...writableBuiltInFormCode.options.map((code) => formTemplates[code]),
    ...ownForms.filter(({ isOffered }) => isOffered).slice(0, OWN_FORMS),
  ];
  const links: { href: string; label: string; Icon: LucideIcon }[] = [
    ...(drafts > 0 ? [{ href: "/approvals/drafts", label: t("drafts", { count: drafts }), Icon: FilePen }] : []),
    { href: "/approvals/shared", label: t("shared"), Icon: Share2 },
    { href: "/people", label: t("people"), Icon: Search },
  ];
  return (
    <nav aria-label={t("title")} className="flex flex-wrap gap-2">
      {forms.map(({ code, name }, index) => (
        <ButtonLink key={code} look={index === 0 ? "primary" : "plain"} href={`/approvals/new?form=${code}`}>
          {name[locale]}
        </ButtonLink>
      ))}
      {links.map(({ href, label, Icon }) => (
        <ButtonLink key={href} look="quiet" href={href}>
          <Icon aria-hidden />
          {label}
        </ButtonLink>
      ))}
    </nav>
  );
}
