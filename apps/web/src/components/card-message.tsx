"use client";

import { RotateCw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { sentenceOf } from "@/lib/api-error";
import { Button } from "./button";

/** A card without rows: why, and what one can do. Smaller than a page's empty state. */
export function CardMessage({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-2 py-7 text-center">
      <p className="text-ink-2">{title}</p>
      {hint && <p className="text-13 text-ink-3">{hint}</p>}
      {action}
    </div>
  );
}

export function CardError({ error, onRetry, isRetrying }: { error: unknown; onRetry(): void; isRetrying: boolean }) {
  const t = useTranslations("components");
  const locale = useLocale();
  return (
    <div role="alert" className="grid flex-1">
      <CardMessage
        title={sentenceOf(error, locale)}
        action={
          <Button size="small" busy={isRetrying} onClick={onRetry}>
            <RotateCw aria-hidden />
            {t("retry")}
          </Button>
        }
      />
    </div>
  );
}
