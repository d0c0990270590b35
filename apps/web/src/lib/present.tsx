"use client";

import { useNow } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";

const AheadContext = createContext(0);

/** How far the server's clock is ahead of the browser's; not zero only in a demo whose clock was moved. */
export function PresentProvider({ aheadMs, children }: { aheadMs: number; children: ReactNode }) {
  return <AheadContext value={aheadMs}>{children}</AheadContext>;
}

/** Now, as the server sees it; with `everyMs` it goes on while the page is open. */
export function usePresent(everyMs?: number): Date {
  const aheadMs = useContext(AheadContext);
  const now = useNow(everyMs === undefined ? {} : { updateInterval: everyMs });
  return aheadMs === 0 ? now : new Date(now.getTime() + aheadMs);
}
