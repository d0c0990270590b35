"use client";

import type { PersonView } from "@erp/contracts/employees";
import type { ChargePreview } from "@erp/contracts/leave-requests";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/toast";
import { useOneAtATime } from "@/features/approvals/document/use-one-at-a-time";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { type DraftLine, toLineInput } from "@/features/approvals/write/line-changes";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { useLeaveWords } from "../format/use-leave-words";

type Wanted = {
  charge: ChargePreview;
  dayMinutes: number;
  reason: string;
  line: DraftLine;
  references: readonly PersonView[];
};

/** Sends the request once, at the charge that was seen, and goes to the reader's leave. */
export function useRequestLeave() {
  const t = useTranslations("leave.request");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const cache = trpc.useUtils();
  const { polite } = usePersonWords();
  const { period } = useDayOfLeave();
  const { leaveWords } = useLeaveWords();
  const { run, running } = useOneAtATime();
  const [refusal, setRefusal] = useState<string | null>(null);
  const request = trpc.leave.request.useMutation();

  async function send({ charge, dayMinutes, reason, line, references }: Wanted): Promise<void> {
    await run("submit", async () => {
      setRefusal(null);
      const { time, leaveMinutes } = charge;
      const title = t("documentTitle", { period: period(time), charge: leaveWords(leaveMinutes, dayMinutes) });
      const referenceIds = references.map(({ id }) => id);
      const wish = { kind: "TIME" as const, time };
      try {
        await request.mutateAsync({ wish, leaveMinutes, title, reason, line: toLineInput(line), referenceIds });
        void cache.leave.invalidate();
        void cache.approvals.list.invalidate();
        void cache.approvals.counts.invalidate();
        toast.done(t("done", { people: polite(line[0]?.approvers ?? []) }));
        router.push("/leave");
      } catch (error) {
        setRefusal(sentenceOf(error, locale));
        void cache.leave.invalidate();
        void cache.approvals.suggestLine.invalidate();
      }
    });
  }

  return { send, isSending: running !== null || request.isSuccess, refusal };
}
