"use client";

import type { Box, DocumentCard } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import { type Shortcut, useShortcuts } from "@/components/shortcuts";
import { neighbour } from "./neighbours";
import type { InboxNavigation } from "./use-inbox-location";
import type { Selection } from "./use-selection";

type InboxKeys = {
  box: Box;
  rows: readonly DocumentCard[];
  navigation: InboxNavigation;
  selection: Selection;
  onApproveSelected(): void;
  onEnterDocument(): void;
};

/** The keys of the list; those of the open document are the document's own. */
export function useInboxKeys({
  box,
  rows,
  navigation,
  selection,
  onApproveSelected,
  onEnterDocument,
}: InboxKeys): void {
  const t = useTranslations("approvals");
  const { location, replace } = navigation;

  function walk(direction: 1 | -1) {
    const next = neighbour(rows, currentRowId() ?? location.documentId, direction);
    if (next === null) return;
    rowLink(next.id)?.focus();
    rowLink(next.id)?.scrollIntoView({ block: "nearest" });
    if (next.status !== "DRAFT") replace({ box, documentId: next.id });
  }

  function select() {
    const id = currentRowId() ?? location.documentId;
    if (box === "WAITING" && id !== null) selection.toggle(id);
  }

  const shortcuts: Shortcut[] = [
    { keys: "j", label: t("shortcuts.next"), repeats: true, run: () => walk(1) },
    { keys: "k", label: t("shortcuts.previous"), repeats: true, run: () => walk(-1) },
    { keys: "Enter", label: t("shortcuts.open"), run: onEnterDocument },
    { keys: "Escape", label: t("shortcuts.close"), run: () => replace({ documentId: null }) },
  ];
  const deciding: Shortcut[] = [
    { keys: "x", label: t("shortcuts.select"), run: select },
    { keys: "shift+a", label: t("shortcuts.approve-selected"), run: onApproveSelected },
  ];
  useShortcuts(t("boxes.title"), box === "WAITING" ? [...shortcuts, ...deciding] : shortcuts);
}

/** The row that has the focus, if one has. */
function currentRowId(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-document]")?.dataset.document ?? null;
}

function rowLink(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-document="${id}"]`);
}
