"use client";

import { documentPath } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { useEffect, useEffectEvent } from "react";
import { useReadNotifications } from "@/features/notifications/use-read-notifications";
import { useUnreadDocuments } from "../inbox/use-unread-documents";

/** Having a document open reads what was said about it, also what is said while it is open. */
export function useReadOnOpen(id: DocumentId): void {
  const { readLink } = useReadNotifications();
  const isUnread = useUnreadDocuments()({ id });
  const read = useEffectEvent(() => readLink.mutate({ link: documentPath(id) }));
  useEffect(() => {
    if (isUnread) read();
  }, [isUnread]);
}
