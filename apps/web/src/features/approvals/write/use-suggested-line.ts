"use client";

import type { FormCode } from "@erp/contracts/approval-forms";
import { useEffect, useEffectEvent, useState } from "react";
import { trpc } from "@/lib/trpc";
import { useSettled } from "@/lib/use-settled";
import { type DraftLine, isSameLine } from "./line-changes";

type SuggestedLineOptions = {
  formCode: FormCode;
  amountKrw: number | null;
  line: DraftLine;
  isNew: boolean;
  onSuggest(line: DraftLine): void;
};

/**
 * The line for the form and the amount typed so far. A new document follows it until the person changes the line; from
 * then on it is only offered.
 */
export function useSuggestedLine({ formCode, amountKrw, line, isNew, onSuggest }: SuggestedLineOptions) {
  const [followed, setFollowed] = useState<DraftLine | null>(isNew ? [] : null);
  const settledAmount = useSettled(amountKrw);
  const suggestion = trpc.approvals.suggestLine.useQuery(
    { formCode, ...(settledAmount !== null && { amountKrw: settledAmount }) },
    { placeholderData: (before) => before },
  );
  const isFollowing = followed !== null && isSameLine(line, followed);
  const follow = useEffectEvent((suggested: DraftLine) => {
    if (!isFollowing) return;
    setFollowed(suggested);
    if (!isSameLine(line, suggested)) onSuggest(suggested);
  });

  useEffect(() => {
    if (suggestion.data) follow(suggestion.data);
  }, [suggestion.data]);

  const isDifferent = suggestion.data !== undefined && suggestion.data.length > 0 && !isSameLine(line, suggestion.data);
  return {
    hasFailed: suggestion.isError,
    /** The line still follows the suggestion, and that is for an amount typed earlier: it must not be sent like this. */
    isCatchingUp: isFollowing && (settledAmount !== amountKrw || suggestion.isLoading || suggestion.isPlaceholderData),
    /** Null when the line is the suggested one already, or none can be suggested. */
    restore: isDifferent
      ? () => {
          setFollowed(suggestion.data);
          onSuggest(suggestion.data);
        }
      : null,
  };
}
