"use client";

import type { Box, DocumentCard } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import { EndOfList } from "@/components/end-of-list";
import { ErrorState } from "@/components/error-state";
import { SearchBox } from "@/components/search-box";
import { draftAddress } from "../write/draft-address";
import { isPlainClick } from "./box-navigation";
import { DocumentRow } from "./document-row";
import { EmptyBox } from "./empty-box";
import { FilterPopover } from "./filter-popover";
import { hasFilters, inboxHref } from "./inbox-location";
import { RowSkeletons } from "./row-skeletons";
import type { BoxRows } from "./use-box-rows";
import type { InboxNavigation } from "./use-inbox-location";
import type { Selection } from "./use-selection";
import { useUnreadDocuments } from "./use-unread-documents";

type ListPaneProps = { box: Box; list: BoxRows; navigation: InboxNavigation; selection: Selection };

/** One box: what is looked for on top, its documents below. */
export function ListPane({ box, list, navigation, selection }: ListPaneProps) {
  const words = useTranslations("approvals.filters");
  const t = useTranslations("approvals.list");
  const { location, replace } = navigation;
  const { filters } = location;
  const search = (text: string) =>
    replace(({ filters: { search: _, ...others } }) => ({
      filters: text === "" ? others : { ...others, search: text },
    }));
  return (
    <section aria-label={t("label")} className="flex min-h-0 flex-1 flex-col">
      <div className="border-b border-line p-2.5">
        <div className="flex gap-2">
          <SearchBox
            place={box}
            value={filters.search ?? ""}
            onSettled={search}
            label={words("search")}
            className="min-w-0 flex-1"
          />
          <FilterPopover box={box} filters={filters} onChange={(changed) => replace({ filters: changed })} />
        </div>
        <p className="mt-1.5 px-1 text-12 text-ink-3 max-tablet:hidden">
          {[t(box === "WAITING" ? "oldestFirst" : "newestFirst"), t("keys")].join(" · ")}
        </p>
      </div>
      <div className="min-h-0 flex-1 tablet:overflow-y-auto">
        <Rows box={box} list={list} navigation={navigation} selection={selection} />
      </div>
    </section>
  );
}

function Rows({ box, list, navigation, selection }: ListPaneProps) {
  const t = useTranslations("approvals.list");
  const isUnread = useUnreadDocuments();
  const { pages, rows } = list;
  const { location, go } = navigation;
  if (pages.isPending || (pages.isPlaceholderData && rows.length === 0)) return <RowSkeletons label={t("loading")} />;
  if (pages.isError && rows.length === 0)
    return <ErrorState error={pages.error} onRetry={() => pages.refetch()} isRetrying={pages.isRefetching} />;
  if (rows.length === 0)
    return <EmptyBox box={box} onClearFilters={hasFilters(location.filters) ? () => go({ filters: {} }) : null} />;
  return (
    <>
      <ul
        aria-busy={pages.isPlaceholderData}
        className="transition-opacity duration-120 aria-busy:opacity-60 aria-busy:delay-200"
      >
        {rows.map((card) => (
          <DocumentRow
            key={card.id}
            card={card}
            href={hrefOf(card, box, navigation)}
            isOpen={card.id === location.documentId}
            isUnread={isUnread(card)}
            isSelected={box === "WAITING" ? selection.isSelected(card.id) : null}
            onOpen={(event) => card.status !== "DRAFT" && isPlainClick(event) && go({ box, documentId: card.id })}
            onSelect={() => selection.toggle(card.id)}
          />
        ))}
      </ul>
      {pages.hasNextPage && (
        <EndOfList
          label={t("loadingMore")}
          isLoading={pages.isFetchingNextPage || pages.isPlaceholderData}
          onReached={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}

/** A draft opens where it is written. */
function hrefOf({ id, status }: DocumentCard, box: Box, { location }: InboxNavigation): string {
  return status === "DRAFT" ? draftAddress(id) : inboxHref({ ...location, box, documentId: id });
}
