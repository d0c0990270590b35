"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { ErrorState } from "@/components/error-state";
import { SkeletonRows } from "@/components/skeleton";
import { ChoiceMatrix } from "./choice-matrix";
import { DigestRow } from "./digest-row";
import { MailLanguageRow } from "./mail-language-row";
import { QuietHoursRow } from "./quiet-hours-row";
import { usePreferences } from "./use-preferences";

/** What somebody is told, where, and when not. Every change holds at once. */
export function PreferencesSection() {
  const t = useTranslations("notifications.preferences");
  return (
    <Card title={t("title")} aria-label={t("title")}>
      <p className="text-13 text-ink-2">{t("description")}</p>
      <Choices />
    </Card>
  );
}

function Choices() {
  const t = useTranslations("notifications.preferences");
  const { preferences, change } = usePreferences();
  if (preferences.isPending) return <SkeletonRows rows={8} label={t("loading")} />;
  if (preferences.isLoadingError)
    return (
      <ErrorState
        error={preferences.error}
        onRetry={() => preferences.refetch()}
        isRetrying={preferences.isRefetching}
      />
    );
  const { choices, quietHours, digestHour, mailLanguage } = preferences.data;
  return (
    <>
      <ChoiceMatrix choices={choices} onChange={(choice) => change({ choice })} />
      <QuietHoursRow quietHours={quietHours} onChange={(hours) => change({ quietHours: hours })} />
      <DigestRow hour={digestHour} onChange={(hour) => change({ digestHour: hour })} />
      <MailLanguageRow language={mailLanguage} onChange={(language) => change({ mailLanguage: language })} />
    </>
  );
}
