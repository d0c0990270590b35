"use client";

import { useLocale, useTranslations } from "next-intl";
import { languageNames, useChooseLanguage } from "@/features/settings/languages";
import { classNames } from "@/lib/class-names";

/** Both languages side by side, for people who cannot read the other. */
export function LanguageSwitch() {
  const t = useTranslations("identity");
  const locale = useLocale();
  const chooseLanguage = useChooseLanguage();
  return (
    <fieldset className="flex gap-1 rounded-control border border-line bg-surface p-0.5">
      <legend className="sr-only">{t("language")}</legend>
      {languageNames.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          lang={value}
          aria-pressed={value === locale}
          className={classNames(
            "min-h-8 rounded-small px-2.5 text-13",
            value === locale ? "bg-accent-soft font-semibold text-accent" : "text-ink-2 hover:text-ink",
          )}
          onClick={() => chooseLanguage(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
