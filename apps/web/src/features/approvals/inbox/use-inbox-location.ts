"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type InboxLocation, inboxHref, readInboxLocation } from "./inbox-location";

/** What the address says, and a way to change it without a round to the server: the page reads its data itself. */
export function useInboxLocation() {
  const pathname = usePathname();
  const query = useSearchParams();
  const location = useMemo(() => readInboxLocation(pathname, query), [pathname, query]);

  /** A step that "back" undoes. */
  function go(changes: Partial<InboxLocation>) {
    window.history.pushState(null, "", inboxHref({ ...location, ...changes }));
  }

  /** A step too small to come back to: walking through the list, typing a search. */
  function replace(changes: Partial<InboxLocation>) {
    window.history.replaceState(null, "", inboxHref({ ...location, ...changes }));
  }

  return { location, go, replace };
}

export type InboxNavigation = ReturnType<typeof useInboxLocation>;
