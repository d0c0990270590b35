"use client";

import type { Box, BoxCounts } from "@erp/contracts/approvals";
import { hasPermission } from "@erp/contracts/permissions";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useMe } from "@/features/shell/me";
import { classNames } from "@/lib/class-names";
import { trpc } from "@/lib/trpc";
import { inboxHref } from "./inbox-location";

const everybody: readonly Box[] = ["WAITING", "UPCOMING", "MINE", "SHARED", "DONE", "DRAFTS"];

/** The boxes with what lies in them; a column on a wide window, a row to push sideways on a narrow one. */
export function BoxNavigation({ box, onChoose }: { box: Box | null; onChoose(box: Box): void }) {
  const t = useTranslations("approvals.boxes");
  const { role } = useMe();
  const { data: counts } = trpc.approvals.counts.useQuery();
  const boxes = hasPermission(role, "approvals:view-all") ? [...everybody, "ALL" as const] : everybody;
  return (
    <nav
      aria-label={t("title")}
      className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2 py-2 desktop:flex-col desktop:overflow-x-visible desktop:border-r desktop:border-b-0 desktop:py-4"
    >
      <p aria-hidden className="px-2.5 pb-2.5 text-16 font-bold max-desktop:hidden">
        {t("title")}
      </p>
      {boxes.map((each) => (
        <BoxLink key={each} box={each} isCurrent={each === box} counts={counts} onChoose={onChoose} />
      ))}
    </nav>
  );
}

type BoxLinkProps = { box: Box; isCurrent: boolean; counts: BoxCounts | undefined; onChoose(box: Box): void };

function BoxLink({ box, isCurrent, counts, onChoose }: BoxLinkProps) {
  const t = useTranslations("approvals.boxes");
  const count = box === "ALL" ? 0 : (counts?.[box] ?? 0);
  return (
    <a
      href={inboxHref({ box, documentId: null, filters: {} })}
      aria-current={isCurrent ? "page" : undefined}
      onClick={(event) => isPlainClick(event) && onChoose(box)}
      className={classNames(
        "flex min-h-9 items-center justify-between gap-2 rounded-control px-2.5 whitespace-nowrap transition-colors duration-120",
        isCurrent ? "bg-accent-soft font-semibold text-accent" : "text-ink-2 hover:bg-hover hover:text-ink",
      )}
    >
      {t(box)}
      {count > 0 && <span className="text-13">{count}</span>}
    </a>
  );
}

/** A plain click stays on the page; with a modifier the link opens as any link does. */
export function isPlainClick(event: MouseEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return false;
  event.preventDefault();
  return true;
}
