"use client";

import type { Box } from "@erp/contracts/approvals";
import {
  CalendarClock,
  CircleCheckBig,
  FileClock,
  FilePen,
  Files,
  type LucideIcon,
  SearchX,
  Share2,
  SquareStack,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

const icons: Record<Box, LucideIcon> = {
  WAITING: CircleCheckBig,
  UPCOMING: CalendarClock,
  MINE: Files,
  SHARED: Share2,
  DONE: FileClock,
  DRAFTS: FilePen,
  ALL: SquareStack,
};

/** Each box is empty for its own reason and has its own next step. */
export function EmptyBox({ box, onClearFilters }: { box: Box; onClearFilters: (() => void) | null }) {
  const t = useTranslations("approvals");
  if (onClearFilters !== null) {
    return (
      <EmptyState
        icon={SearchX}
        sentence={<Sentence title={t("empty.filtered.title")} hint={t("empty.filtered.hint")} />}
        action={<Button onClick={onClearFilters}>{t("empty.filtered.clear")}</Button>}
      />
    );
  }
  const canWrite = box === "MINE" || box === "DRAFTS";
  return (
    <EmptyState
      icon={icons[box]}
      sentence={<Sentence title={t(`empty.${box}.title`)} hint={t(`empty.${box}.hint`)} />}
      action={canWrite && <ButtonLink href="/approvals/new">{t("list.write")}</ButtonLink>}
    />
  );
}

function Sentence({ title, hint }: { title: string; hint: string }) {
  return (
    <>
      <span className="block font-semibold text-ink">{title}</span>
      <span className="text-13">{hint}</span>
    </>
  );
}
