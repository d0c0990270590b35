"use client";

import { useEffect, useEffectEvent } from "react";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { homeBox } from "./home-box";
import type { InboxNavigation } from "./use-inbox-location";

/** Under a document's own address, shows the box in which the reader would look for it; where there is none, it stays. */
export function useHomeBox({ location, replace }: InboxNavigation): void {
  const me = useMe();
  const { box, documentId } = location;
  const isNeeded = box === null && documentId !== null;
  const { data: document } = trpc.approvals.document.useQuery(
    { documentId: documentId ?? ("" as never) },
    { enabled: isNeeded },
  );
  const home = isNeeded && document ? homeBox(document, me) : null;
  const goHome = useEffectEvent(() => home !== null && replace({ box: home }));
  useEffect(() => {
    if (home !== null) goHome();
  }, [home]);
}
