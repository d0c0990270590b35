"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { PageHeader } from "@/components/page-header";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import type { DraftAutosave } from "./use-draft-autosave";

type DraftHeaderProps = { title: string; description: string; autosave: DraftAutosave };

/** Which form is being written, and the two ways out: another form, or away with it. */
export function DraftHeader({ title, description, autosave }: DraftHeaderProps) {
  const t = useTranslations("approvals");
  const [isAsking, setIsAsking] = useState(false);
  const { discard, isDiscarding } = useDiscard(autosave);
  const isKept = autosave.saving.savedAt !== null || autosave.isStored;
  return (
    <>
      <PageHeader
        title={title}
        description={description}
        actions={
          isKept ? (
            <Button look="quiet" onClick={() => setIsAsking(true)}>
              <Trash2 aria-hidden />
              {t("actions.discard")}
            </Button>
          ) : (
            <ButtonLink look="quiet" href="/approvals/new">
              {t("write.back")}
            </ButtonLink>
          )
        }
      />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("discardDialog.title")}
        description={t("discardDialog.hint")}
        confirmLabel={t("discardDialog.confirm")}
        isDangerous
        busy={isDiscarding}
        onConfirm={() => void discard()}
      />
    </>
  );
}

function useDiscard(autosave: DraftAutosave) {
  const t = useTranslations("approvals.actions");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const cache = trpc.useUtils();
  const discardDraft = trpc.approvals.discardDraft.useMutation();

  async function discard(): Promise<void> {
    const draft = await autosave.settled();
    if (draft === null || discardDraft.isPending) return;
    try {
      await discardDraft.mutateAsync(draft);
    } catch (error) {
      toast.failed(sentenceOf(error, locale));
      return;
    }
    autosave.stop();
    void cache.approvals.list.invalidate();
    void cache.approvals.counts.invalidate();
    toast.done(t("discarded"));
    router.push("/approvals/drafts");
  }

  return { discard, isDiscarding: discardDraft.isPending || discardDraft.isSuccess };
}
