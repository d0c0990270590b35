"use client";

import type { Box } from "@erp/contracts/approvals";
import { trpc } from "@/lib/trpc";
import type { InboxFilters } from "./inbox-location";

/** The documents of a box, page by page. Keeps showing the box's old rows while a changed filter is being read. */
export function useBoxRows(box: Box, filters: InboxFilters) {
  const pages = trpc.approvals.list.useInfiniteQuery(
    { box, ...filters },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: (before, query) => (query?.queryKey[1]?.input?.box === box ? before : undefined),
    },
  );
  return { pages, rows: pages.data?.pages.flatMap(({ items }) => items) ?? [] };
}

export type BoxRows = ReturnType<typeof useBoxRows>;
