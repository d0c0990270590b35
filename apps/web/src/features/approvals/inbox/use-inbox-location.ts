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
  function go(change: LocationChange) {
    window.history.pushState(null, "", hrefAfter(change));
  }

  /** A step too small to come back to: walking through the list, typing a search. */
  function replace(change: LocationChange) {
    window.history.replaceState(null, "", hrefAfter(change));
  }

  return { location, go, replace };
}

type LocationChange = Partial<InboxLocation> | ((now: InboxLocation) => Partial<InboxLocation>);

/** From the address as it is now, not as it was when the page was drawn: a search may have settled in between. */
function hrefAfter(change: LocationChange): string {
  const now = readInboxLocation(window.location.pathname, new URLSearchParams(window.location.search));
  return inboxHref({ ...now, ...(typeof change === "function" ? change(now) : change) });
}

export type InboxNavigation = ReturnType<typeof useInboxLocation>;
