"use client";

import { CloudOff, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/button";

/** A page that could not be made; the navigation around it goes on working. */
export function PageError({ reset }: { error: Error; reset(): void }) {
  const t = useTranslations("shell.failed");
  const components = useTranslations("components");
  const router = useRouter();
  const [isTrying, startTrying] = useTransition();
  const tryAgain = () =>
    startTrying(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert" className="grid min-h-[70dvh] place-items-center px-4">
      <div className="grid justify-items-center gap-2 text-center">
        <CloudOff aria-hidden className="mb-2 size-9 text-ink-3" strokeWidth={1.5} />
        <h1 className="text-20 font-bold">{t("title")}</h1>
        <p className="mb-4 text-ink-2">{t("sentence")}</p>
        <Button look="primary" busy={isTrying} onClick={tryAgain}>
          <RotateCw aria-hidden />
          {components("retry")}
        </Button>
      </div>
    </div>
  );
}
