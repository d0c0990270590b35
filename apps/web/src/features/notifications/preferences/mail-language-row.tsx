"use client";

import type { Locale } from "@erp/contracts/units";
import { useTranslations } from "next-intl";
import { Segments } from "@/components/segments";
import { languageNames } from "@/features/settings/languages";
import { SettingRow } from "@/features/settings/setting-row";

type MailLanguageRowProps = { language: Locale; onChange(language: Locale): void };

/** What mails speak, whatever language the portal is shown in here. */
export function MailLanguageRow({ language, onChange }: MailLanguageRowProps) {
  const t = useTranslations("notifications.preferences.mailLanguage");
  return (
    <SettingRow label={t("title")} hint={t("hint")}>
      <Segments label={t("title")} value={language} options={languageNames} onChange={onChange} />
    </SettingRow>
  );
}
