"use client";

import type { DocumentReference } from "@erp/contracts/approvals";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { refusalOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { type Autosave, type AutosaveState, createAutosave } from "./autosave";
import { draftAddress } from "./draft-address";
import { type DraftContent, isWorthKeeping, toSaveInput, type WrittenForm } from "./draft-content";

export type DraftSaving = { state: AutosaveState; savedAt: Date | null };

/** Keeps what is typed as a draft, and the draft's address in the address bar, so that a reload goes on where one was. */
export function useDraftAutosave(
  form: UseFormReturn<DraftContent>,
  template: WrittenForm,
  stored: DocumentReference | null,
) {
  const cache = trpc.useUtils();
  const [saving, setSaving] = useState<DraftSaving>({ state: "untouched", savedAt: null });
  const draft = useRef<DocumentReference | null>(stored);
  const isOpen = useRef(false);
  const saveDraft = trpc.approvals.saveDraft.useMutation();

  const save = useEffectEvent(async (content: DraftContent) => {
    const isFirst = draft.current === null;
    draft.current = await saveDraft.mutateAsync(toSaveInput(template, content, draft.current));
    // The last save answers when another page may be open already; its address is not ours.
    if (isFirst && isOpen.current) window.history.replaceState(null, "", draftAddress(draft.current.documentId));
    void cache.approvals.counts.invalidate();
    void cache.approvals.list.invalidate({ box: "DRAFTS" });
  });

  const autosave = useRef<Autosave<DraftContent> | null>(null);
  useEffect(() => {
    const created = createAutosave<DraftContent>({
      save: (content) => save(content),
      isConflict: (error) =>
        ["approval.changed-meanwhile", "approval.not-a-draft", "approval.not-found"].includes(refusalOf(error).code),
      onState: (state) => setSaving((before) => ({ state, savedAt: state === "saved" ? new Date() : before.savedAt })),
    });
    autosave.current = created;
    isOpen.current = true;
    // What was kept once is kept up, also when everything is taken out of it again.
    let isKept = draft.current !== null;
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        isKept ||= isWorthKeeping(values);
        if (isKept) created.touch(structuredClone(values));
      },
    });
    return () => {
      unsubscribe();
      isOpen.current = false;
      // Leaving the page for another one: what was typed last is still kept.
      void created.settle();
    };
  }, [form]);

  return {
    saving,
    isStored: stored !== null,
    /** The draft as the server has it now; null when nothing is kept yet. */
    settled: async () => {
      await autosave.current?.settle();
      return draft.current;
    },
    stop: () => autosave.current?.stop(),
  };
}

export type DraftAutosave = ReturnType<typeof useDraftAutosave>;
