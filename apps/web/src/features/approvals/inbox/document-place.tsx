"use client";

import type { DocumentCard } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { MousePointerClick } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useEffect } from "react";
import { EmptyState } from "@/components/empty-state";
import { classNames } from "@/lib/class-names";
import { trpc } from "@/lib/trpc";
import { DocumentPane } from "../document/document-pane";
import type { ActListeners } from "../document/use-document-acts";

type DocumentPlaceProps = ActListeners & {
  ref: Ref<HTMLElement>;
  documentId: DocumentId | null;
  next: DocumentCard | null;
  onBack(): void;
};

/** The place of the open document. Reads the next one ahead, so that it is already there after a decision. */
export function DocumentPlace({ ref, documentId, next, ...pane }: DocumentPlaceProps) {
  const t = useTranslations("approvals.pane");
  usePrefetched(next);
  useEffect(() => {
    // On a phone the page itself scrolls: a document begins at its head.
    if (documentId !== null) window.scrollTo(0, 0);
  }, [documentId]);
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t("label")}
      className={classNames(
        "min-w-0 flex-1 bg-bg outline-none tablet:overflow-y-auto print:overflow-visible",
        documentId === null && "max-tablet:hidden",
      )}
      key={documentId}
    >
      {documentId === null ? (
        <div className="grid h-full place-items-center">
          <EmptyState
            icon={MousePointerClick}
            sentence={
              <>
                <span className="block">{t("choose")}</span>
                <span className="text-13 text-ink-3">{t("chooseHint")}</span>
              </>
            }
          />
        </div>
      ) : (
        <DocumentPane documentId={documentId} {...pane} />
      )}
    </section>
  );
}

function usePrefetched(next: DocumentCard | null): void {
  const cache = trpc.useUtils();
  const id = next?.status === "DRAFT" ? undefined : next?.id;
  useEffect(() => {
    if (id !== undefined) void cache.approvals.document.prefetch({ documentId: id });
  }, [cache, id]);
}
