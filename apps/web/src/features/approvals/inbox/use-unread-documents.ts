"use client";

import { type DocumentCard, documentPath } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { manyUnreadNotifications } from "@/features/notifications/list-inputs";
import { trpc } from "@/lib/trpc";

/** A document is unread while something unread was said about it. */
export function useUnreadDocuments(): (document: Pick<DocumentCard, "id">) => boolean {
  const unread = trpc.notifications.list.useInfiniteQuery(manyUnreadNotifications, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const links = new Set(
    unread.data?.pages.flatMap(({ items }) => items.filter(({ readAt }) => readAt === null).map(({ link }) => link)),
  );
  return ({ id }) => links.has(documentPath(id as DocumentId));
}
