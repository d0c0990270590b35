"use client";

import { CloudOff, RotateCw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { sentenceOf } from "@/lib/api-error";
import { Button } from "./button";

/** Something could not be read: what went wrong, and the way to try again. */
export function ErrorState({
  error,
  onRetry,
  isRetrying = false,
}: {
  error: unknown;
  onRetry?: () => void;
  isRetrying?: boolean;
}) {
  const t = useTranslations("components");
  const locale = useLocale();
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-4 py-12 text-center text-ink-2">
      <CloudOff aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
      <p>{sentenceOf(error, locale)}</p>
      {onRetry && (
        <Button onClick={onRetry} busy={isRetrying}>
          <RotateCw aria-hidden />
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
