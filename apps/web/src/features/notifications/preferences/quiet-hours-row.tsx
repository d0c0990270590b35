"use client";

import type { QuietHours } from "@erp/contracts/notification-preferences";
import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { Switch } from "@/components/switch";
import { SettingRow } from "@/features/settings/setting-row";

type QuietHoursRowProps = { quietHours: QuietHours | null; onChange(quietHours: QuietHours | null): void };

const NIGHT: QuietHours = { from: "22:00", to: "07:00" };
const MINUTES_PER_STEP = 30;
const STEPS_PER_DAY = (24 * 60) / MINUTES_PER_STEP;

/** Half hours are fine enough for the end of a day's work. */
const times = Array.from({ length: STEPS_PER_DAY }, (_, step) => {
  const minutes = step * MINUTES_PER_STEP;
  const value = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return { value, label: value };
});

/** When no mail comes. */
export function QuietHoursRow({ quietHours, onChange }: QuietHoursRowProps) {
  const t = useTranslations("notifications.preferences.quiet");
  const time = (end: keyof QuietHours, hours: QuietHours, other: string) => (
    <Select
      aria-label={t(end)}
      placeholder={t(end)}
      value={hours[end]}
      options={times.filter(({ value }) => value !== other)}
      onChange={(value) => value !== null && onChange({ ...hours, [end]: value })}
      className="w-26"
    />
  );
  return (
    <SettingRow label={t("title")} hint={t("hint")}>
      <div className="flex flex-wrap items-center gap-2">
        {quietHours && (
          <>
            {time("from", quietHours, quietHours.to)}
            <span aria-hidden>–</span>
            {time("to", quietHours, quietHours.from)}
          </>
        )}
        <Switch label={t("title")} isOn={quietHours !== null} onChange={(isOn) => onChange(isOn ? NIGHT : null)} />
      </div>
    </SettingRow>
  );
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
