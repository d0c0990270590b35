"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { useOneAtATime } from "@/features/approvals/document/use-one-at-a-time";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";

/**
 * One act on a quest at a time, with its refusal in words. Busy until the board has been read again: there is nothing
 * left to click in between.
 */
export function useQuestAct() {
  const locale = useLocale();
  const cache = trpc.useUtils();
  const { run, running } = useOneAtATime();
  const [refusal, setRefusal] = useState<string | null>(null);

  const perform = (name: string, act: () => Promise<unknown>, onDone: () => void = () => {}) =>
    run(name, async () => {
      setRefusal(null);
      try {
        await act();
        onDone();
      } catch (error) {
        setRefusal(sentenceOf(error, locale));
      }
      await cache.quests.invalidate();
    });

  return { perform, running, refusal };
}
