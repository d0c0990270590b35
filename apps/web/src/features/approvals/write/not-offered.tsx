"use client";

import type { LocalizedText } from "@erp/contracts/units";
import { FileX2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Page } from "@/features/shell/page";

/** An old link to a form that HR has taken out of use. */
export function NotOffered({ name }: { name: LocalizedText }) {
  const t = useTranslations("approvals.write");
  const locale = useLocale();
  return (
    <Page>
      <PageHeader title={name[locale]} />
      <EmptyState
        icon={FileX2}
        sentence={t("notOffered")}
        action={<ButtonLink href="/approvals/new">{t("back")}</ButtonLink>}
      />
    </Page>
  );
}
