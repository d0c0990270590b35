"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useTranslations } from "next-intl";

type NotificationFilterProps = { unreadOnly: boolean; unread: number; onChange(unreadOnly: boolean): void };

/** All, or only what is unread. */
export function NotificationFilter({ unreadOnly, unread, onChange }: NotificationFilterProps) {
  const t = useTranslations("notifications.page");
  const choices = [
    { value: "all", label: t("everything") },
    { value: "unread", label: unread > 0 ? `${t("unreadOnly")} ${unread}` : t("unreadOnly") },
  ];
  return (
    <RadioGroup
      aria-label={t("filter")}
      value={unreadOnly ? "unread" : "all"}
      onValueChange={(value) => onChange(value === "unread")}
      className="inline-flex rounded-control border border-line-strong bg-surface p-0.5"
    >
      {choices.map(({ value, label }) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
        <label
          key={value}
          className="flex min-h-8 cursor-pointer items-center rounded-small px-3 text-13 font-semibold text-ink-2 has-focus-visible:outline-2 has-focus-visible:outline-accent has-data-checked:bg-accent-soft has-data-checked:text-accent"
        >
          <Radio.Root value={value} aria-label={label} className="sr-only" />
          {label}
        </label>
      ))}
    </RadioGroup>
  );
}
