"use client";

import type { DocumentCard } from "@erp/contracts/approvals";
import { useLocale, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useChangeFlash } from "@/features/realtime/use-change-flash";
import { useMe } from "@/features/shell/me";
import { classNames } from "@/lib/class-names";
import { AgeWords } from "../format/age-words";
import { formatKrw } from "../format/amount-krw";
import { UrgencyPill } from "../format/deadline-pill";
import { FormIcon } from "../format/form-icon";
import { OnBehalfPill } from "../format/on-behalf-pill";
import { StatusPill } from "../format/status-pill";
import { usePersonWords } from "../format/use-person-words";

export type DocumentRowProps = {
  card: DocumentCard;
  href: string;
  isOpen: boolean;
  isUnread: boolean;
  /** Null where documents cannot be selected. */
  isSelected: boolean | null;
  onOpen(event: MouseEvent): void;
  onSelect(): void;
};

/** A document in a list: what it is, whose, how much, how far, since when. */
export function DocumentRow({ card, href, isOpen, isUnread, isSelected, onOpen, onSelect }: DocumentRowProps) {
  const t = useTranslations("approvals.list");
  const flash = useChangeFlash(card.version);
  const title = card.title || t("untitled");
  return (
    <li
      className={classNames(
        "group relative flex gap-3 border-b border-line px-3.5 py-2.5",
        isOpen
          ? "bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent"
          : "hover:bg-hover",
        flash,
      )}
    >
      <FormIcon
        formCode={card.formCode}
        className={classNames(
          isOpen && "bg-surface",
          isSelected !== null && "group-hover:invisible group-has-checked:invisible group-has-focus-visible:invisible",
        )}
      />
      {isSelected !== null && (
        <label className="absolute top-2.5 left-3.5 z-2 grid size-8 cursor-pointer place-items-center opacity-0 group-hover:opacity-100 group-has-checked:opacity-100 group-has-focus-visible:opacity-100">
          <input
            type="checkbox"
            checked={isSelected}
            onChange={onSelect}
            aria-label={t("select", { title })}
            className="size-4.5 accent-accent"
          />
        </label>
      )}
      <a
        href={href}
        data-document={card.id}
        aria-current={isOpen || undefined}
        onClick={onOpen}
        className="min-w-0 flex-1 after:absolute after:inset-0 after:z-1 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className={classNames("min-w-0 truncate", isUnread ? "font-bold" : "font-medium")}>
            {isUnread && <span className="mr-1.5 inline-block size-1.75 rounded-full bg-accent align-[2px]" />}
            {title}
            {isUnread && <span className="sr-only"> · {t("unread")}</span>}
          </span>
          <AgeWords since={card.submittedAt ?? card.updatedAt} className="shrink-0 text-12 text-ink-3" />
        </span>
        <RowDetails card={card} />
      </a>
    </li>
  );
}

function RowDetails({ card }: { card: DocumentCard }) {
  const t = useTranslations("approvals.list");
  const locale = useLocale();
  const me = useMe();
  const { named, plain, department } = usePersonWords();
  const { requester, amountKrw, formName, revision, currentStep, stepCount, status, waitingFor, dueAt, onBehalfOf } =
    card;
  const again = revision > 1 ? t("again", { revision }) : null;
  const steps = currentStep === null ? null : t("step", { current: currentStep, total: stepCount });
  const isMine = onBehalfOf !== null || waitingFor.some(({ id }) => id === me.id);
  const whose = waitingFor.length > 0 && !isMine ? t("waitingFor", { people: plain(waitingFor) }) : null;
  return (
    <>
      <span className="flex justify-between gap-2 text-13 text-ink-2">
        <span className="truncate">
          {named(requester)} · {department(requester)}
        </span>
        {amountKrw !== null && <span className="shrink-0 text-ink">{formatKrw(amountKrw, locale)}</span>}
      </span>
      <span className="flex min-h-5 items-center justify-between gap-2 text-12 text-ink-3">
        <span className="truncate">
          {[formName[locale], again, steps, whose].filter((part) => part !== null).join(" · ")}
        </span>
        <span className="flex shrink-0 gap-1">
          {dueAt && <UrgencyPill dueAt={dueAt} />}
          {onBehalfOf && <OnBehalfPill principal={onBehalfOf} />}
        </span>
        {status !== "IN_PROGRESS" && <StatusPill status={status} />}
      </span>
    </>
  );
}
