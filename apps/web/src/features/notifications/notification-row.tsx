"use client";

import { Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { RelativeTime } from "@/components/relative-time";
import { classNames } from "@/lib/class-names";
import type { NotificationGroup } from "./group-by-link";
import { useNotificationWords } from "./use-notification-words";

/** One document's or quest's notifications as a link to it: what happened last, and how much more there is. */
export function NotificationRow({ group, onOpen }: { group: NotificationGroup; onOpen(link: string): void }) {
  const t = useTranslations("notifications.item");
  const { subjectOf, sentenceOf } = useNotificationWords();
  const { latest, earlier, unread, link } = group;
  return (
    <Link
      href={link}
      onClick={() => onOpen(link)}
      className="flex gap-3 px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2"
    >
      {latest.actor ? <Avatar id={latest.actor.id} name={latest.actor.name} /> : <SystemFace />}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span className={classNames("truncate", unread > 0 && "font-semibold")}>{subjectOf(latest)}</span>
          <RelativeTime at={latest.createdAt} className="shrink-0 text-12 text-ink-3" />
        </span>
        <span className="block text-13 text-ink-2">
          {sentenceOf(latest)}
          {earlier.length > 0 && <span className="text-ink-3"> · {t("more", { count: earlier.length })}</span>}
        </span>
        {latest.text && <span className="mt-0.5 block truncate text-13 text-ink-2">“{latest.text}”</span>}
      </span>
      {unread > 0 && (
        <span className="mt-2 size-2 shrink-0 rounded-full bg-accent">
          <span className="sr-only">{t("unread")}</span>
        </span>
      )}
    </Link>
  );
}

function SystemFace() {
  return (
    <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-hover text-ink-2">
      <Settings className="size-4" />
    </span>
  );
}
