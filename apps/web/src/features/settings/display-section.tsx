"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { Segments } from "@/components/segments";
import { themes } from "@/lib/preferences";
import { useTheme } from "@/lib/theme";
import { languageNames, useChooseLanguage } from "./languages";
import { SettingRow } from "./setting-row";

/** How the portal looks to this person, on this device. */
export function DisplaySection() {
  const t = useTranslations("settings.display");
  const [theme, setTheme] = useTheme();
  const chooseLanguage = useChooseLanguage();
  return (
    <Card title={t("title")} aria-label={t("title")}>
      <SettingRow label={t("theme")}>
        <Segments
          label={t("theme")}
          value={theme}
          options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
          onChange={setTheme}
        />
      </SettingRow>
      <SettingRow label={t("language")}>
        <Segments label={t("language")} value={useLocale()} options={languageNames} onChange={chooseLanguage} />
      </SettingRow>
    </Card>
  );
}
