"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useOneAtATime } from "../document/use-one-at-a-time";
import { usePersonWords } from "../format/use-person-words";
import { type DraftContent, toSubmitInput, type WrittenForm } from "./draft-content";
import type { DraftAutosave } from "./use-draft-autosave";

/** Submits the draft once, at the version that was saved last, and shows the document in 기안. */
export function useSubmitDocument(template: WrittenForm, autosave: DraftAutosave) {
  const t = useTranslations("approvals.write");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const cache = trpc.useUtils();
  const { polite } = usePersonWords();
  const { run, running } = useOneAtATime();
  const [refusal, setRefusal] = useState<string | null>(null);
  const submission = trpc.approvals.submit.useMutation();

  async function submit(content: DraftContent): Promise<void> {
    await run("submit", async () => {
      setRefusal(null);
      try {
        const draft = await autosave.settled();
        const document = await submission.mutateAsync(toSubmitInput(template, content, draft));
        autosave.stop();
        cache.approvals.document.setData({ documentId: document.id }, document);
        void cache.approvals.list.invalidate();
        void cache.approvals.counts.invalidate();
        void cache.approvals.revisions.invalidate();
        toast.done(t("submitted", { people: polite(content.line[0]?.approvers ?? []) }));
        router.push(`/approvals/mine/${document.id}`);
      } catch (error) {
        setRefusal(sentenceOf(error, locale));
        // HR may have changed the rule, or the company its tree, since the line was suggested.
        void cache.approvals.suggestLine.invalidate();
      }
    });
  }

  return { submit, isSubmitting: running !== null || submission.isSuccess, refusal };
}
