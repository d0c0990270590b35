"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { Switch } from "@/components/switch";
import { SettingRow } from "@/features/settings/setting-row";

type DigestRowProps = { hour: number | null; onChange(hour: number | null): void };

/** Before the first meeting of the day. */
const MORNING_HOUR = 8;
const HOURS_PER_DAY = 24;

/** One mail a day with what is unread. */
export function DigestRow({ hour, onChange }: DigestRowProps) {
  const t = useTranslations("notifications.preferences.digest");
  const hours = Array.from({ length: HOURS_PER_DAY }, (_, each) => ({
    value: String(each),
    label: t("at", { hour: each }),
  }));
  return (
    <SettingRow label={t("title")} hint={t("hint")}>
      <div className="flex items-center gap-2">
        {hour !== null && (
          <Select
            aria-label={t("hour")}
            placeholder={t("hour")}
            value={String(hour)}
            options={hours}
            onChange={(value) => value !== null && onChange(Number(value))}
            className="w-26"
          />
        )}
        <Switch label={t("title")} isOn={hour !== null} onChange={(isOn) => onChange(isOn ? MORNING_HOUR : null)} />
      </div>
    </SettingRow>
  );
}
