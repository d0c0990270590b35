"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/page-header";
import { SubstitutesSection } from "@/features/approvals/substitutes/substitutes-section";
import { PreferencesSection } from "@/features/notifications/preferences/preferences-section";
import { Page } from "@/features/shell/page";
import { DisplaySection } from "./display-section";

/** 설정: what somebody decides for themselves, one card a subject. A domain's section comes from its own folder. */
export function SettingsPage() {
  const t = useTranslations("settings");
  return (
    <Page>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-[820px] gap-3.5">
        <DisplaySection />
        <PreferencesSection />
        <SubstitutesSection />
      </div>
    </Page>
  );
}
