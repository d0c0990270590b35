"use client";

import type { FormCode } from "@erp/contracts/approval-forms";
import type { NamedSigner } from "@erp/contracts/approvals";
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

/** Nobody may be missing while a new document's line is the suggested one, or about to be. */
const nobody: readonly NamedSigner[] = [];

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
    if (suggestion.data) follow(suggestion.data.line);
  }, [suggestion.data]);

  const { line: suggested = [], required = nobody } = suggestion.data ?? {};
  const isDifferent = suggested.length > 0 && !isSameLine(line, suggested);
  return {
    hasFailed: suggestion.isError,
    /** Whom the form's rule does not let the drafter leave out, for the amount typed so far. */
    required,
    /** What of it the line must be held against: nothing while it follows the suggestion, which has everybody. */
    enforced: isFollowing ? nobody : required,
    /** The line still follows the suggestion, and that is for an amount typed earlier: it must not be sent like this. */
    isCatchingUp: isFollowing && (settledAmount !== amountKrw || suggestion.isLoading || suggestion.isPlaceholderData),
    /** Null when the line is the suggested one already, or none can be suggested. */
    restore: isDifferent
      ? () => {
          setFollowed(suggested);
          onSuggest(suggested);
        }
      : null,
  };
}
