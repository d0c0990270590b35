"use client";

import type { DocumentCard } from "@erp/contracts/approvals";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/avatar";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { useOneAtATime } from "@/features/approvals/document/use-one-at-a-time";
import { ageOf } from "@/features/approvals/format/age";
import { formatKrw } from "@/features/approvals/format/amount-krw";
import { UrgencyPill } from "@/features/approvals/format/deadline-pill";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useChangeFlash } from "@/features/realtime/use-change-flash";
import { sentenceOf } from "@/lib/api-error";
import { classNames } from "@/lib/class-names";
import { usePresent } from "@/lib/present";
import { trpc } from "@/lib/trpc";

/** A waiting document: open it, or approve it right here. A refusal stays under its title. */
export function WaitingRow({ card, href }: { card: DocumentCard; href: string }) {
  const t = useTranslations("approvals.actions");
  const details = useDetails(card);
  const { approve, isApproving, refusal } = useApproveInPlace(card);
  const flash = useChangeFlash(card.version);
  return (
    <li className={classNames("flex min-h-[61px] items-center gap-2.5 py-2", flash)}>
      <Avatar id={card.requester.id} name={card.requester.name} />
      <Link href={href} className="group min-w-0 flex-1 rounded-small">
        <span className="block truncate group-hover:underline">{card.title}</span>
        <span className="flex items-center gap-1.5 text-12 text-ink-3">
          <span className="truncate">{details}</span>
          {card.dueAt && <UrgencyPill dueAt={card.dueAt} />}
        </span>
        <span role="alert" className="block text-12 text-no empty:hidden">
          {refusal}
        </span>
      </Link>
      <Button
        size="small"
        busy={isApproving}
        onClick={() => void approve()}
        aria-label={`${t("approve")}: ${card.title}`}
      >
        {isApproving ? t("approving") : t("approve")}
      </Button>
    </li>
  );
}

function useDetails({ requester, onBehalfOf, amountKrw, submittedAt, updatedAt }: DocumentCard): string {
  const substitutes = useTranslations("substitutes");
  const t = useTranslations("dashboard.waiting");
  const locale = useLocale();
  const { named, polite } = usePersonWords();
  const age = ageOf(submittedAt ?? updatedAt, usePresent());
  const parts = [
    onBehalfOf && substitutes("onBehalf", { name: polite([onBehalfOf]) }),
    named(requester),
    amountKrw === null ? null : formatKrw(amountKrw, locale),
    age.unit === "days" ? t("days", { count: age.count }) : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function useApproveInPlace({ id: documentId, version, title }: DocumentCard) {
  const t = useTranslations("approvals.actions");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const { run, running } = useOneAtATime();
  const [refusal, setRefusal] = useState<string | null>(null);
  const mutation = trpc.approvals.approve.useMutation();

  const approve = () =>
    run("approve", async () => {
      setRefusal(null);
      try {
        await mutation.mutateAsync({ documentId, version });
        toast.done(t("approved", { title }));
      } catch (error) {
        setRefusal(sentenceOf(error, locale));
      }
      // Busy until the row is gone: there is nothing left to click in between.
      await cache.approvals.invalidate();
    });

  return { approve, isApproving: running !== null, refusal };
}
