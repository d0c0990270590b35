"use client";

import type { SystemView } from "@erp/contracts/operations";
import { RotateCcw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { RelativeTime } from "@/components/relative-time";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { nameOf } from "./queues";

type TopicLetters = SystemView["deadLetters"][number];

/** Messages that were given up on, by topic, the way to have them handled again, and those that nobody can have back. */
export function DeadLetters({ topics }: { topics: readonly TopicLetters[] }) {
  const t = useTranslations("operations.system");
  const [asked, setAsked] = useState<TopicLetters | null>(null);
  if (topics.length === 0) return <p className="py-2 text-ink-2">{t("noDeadLetters")}</p>;
  return (
    <>
      <ul className="grid gap-4">
        {topics.map((each) => (
          <li key={each.topic} className="grid gap-2">
            <div className="flex items-center justify-between gap-3">
              <span className="min-w-0 truncate font-semibold">
                {each.topic} · {t("waitingLetters", { count: each.waiting })}
              </span>
              {each.waiting > 0 && (
                <Button size="small" onClick={() => setAsked(each)}>
                  <RotateCcw aria-hidden />
                  {t("redrive")}
                </Button>
              )}
            </div>
            {each.waiting > 0 && <Letters letters={each.latest} />}
            {each.passedOver.length > 0 && <PassedOver letters={each.passedOver} />}
          </li>
        ))}
      </ul>
      {asked && <RedriveDialog letters={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function Letters({ letters }: { letters: TopicLetters["latest"] }) {
  const t = useTranslations("operations.system");
  if (letters.length === 0) return <p className="text-13 text-ink-2">{t("notRemembered")}</p>;
  return (
    <ul className="rounded-control border border-line">
      {letters.map(({ group, reason, event, key, place, givenUpAt }) => (
        <li
          key={`${group} ${place}`}
          className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-3 py-2 text-13 last:border-b-0"
        >
          <span className="font-semibold">{t(`reasons.${reason}`)}</span>
          <span>{nameOf(t, group)}</span>
          <span className="text-ink-2">{event}</span>
          <span className="min-w-0 break-all text-ink-3">
            {key} · {t("place", { place })}
          </span>
          <RelativeTime at={givenUpAt} className="ml-auto text-ink-3" />
        </li>
      ))}
    </ul>
  );
}

function PassedOver({ letters }: { letters: TopicLetters["passedOver"] }) {
  const t = useTranslations("operations.system");
  return (
    <div className="grid gap-1.5">
      <p className="text-13 text-ink-2">{t("passedOverHint")}</p>
      <ul className="rounded-control border border-line">
        {letters.map(({ key, place, passedOverAt }) => (
          <li
            key={place}
            className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-3 py-2 text-13 last:border-b-0"
          >
            <span className="font-semibold">{t("passedOver")}</span>
            <span className="min-w-0 break-all text-ink-3">
              {key && `${key} · `}
              {place}
            </span>
            <RelativeTime at={passedOverAt} className="ml-auto text-ink-3" />
          </li>
        ))}
      </ul>
    </div>
  );
}

function RedriveDialog({ letters, onClose }: { letters: TopicLetters; onClose(): void }) {
  const t = useTranslations("operations.system");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const redrive = trpc.operations.redrive.useMutation({
    onSuccess: () => {
      toast.done(t("redriven"));
      void cache.operations.invalidate();
      onClose();
    },
    onError: (error) => toast.failed(sentenceOf(error, locale)),
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("redriveTitle", { count: letters.waiting })}
      description={t("redriveDescription")}
      confirmLabel={t("redrive")}
      busy={redrive.isPending}
      onConfirm={() => redrive.mutate({ topic: letters.topic })}
    />
  );
}
