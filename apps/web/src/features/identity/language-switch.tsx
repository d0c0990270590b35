"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";
import { rememberLocale } from "@/lib/preferences";

const languages = [
  { value: "ko", label: "한국어" },
  { value: "en", label: "English" },
] as const;

/** Both languages side by side, each in its own words, for people who cannot read the other. */
export function LanguageSwitch() {
  const t = useTranslations("identity");
  const locale = useLocale();
  const router = useRouter();
  return (
    <fieldset className="flex gap-1 rounded-control border border-line bg-surface p-0.5">
      <legend className="sr-only">{t("language")}</legend>
      {languages.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          lang={value}
          aria-pressed={value === locale}
          className={classNames(
            "min-h-8 rounded-small px-2.5 text-13",
            value === locale ? "bg-accent-soft font-semibold text-accent" : "text-ink-2 hover:text-ink",
          )}
          onClick={() => {
            rememberLocale(value);
            router.refresh();
          }}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
