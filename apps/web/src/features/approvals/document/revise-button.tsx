"use client";

import type { DocumentId } from "@erp/contracts/ids";
import { FilePen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { draftAddress } from "../write/draft-address";

/** Begins the next revision, or goes on with the one begun; gone once that was submitted. */
export function ReviseButton({ documentId }: { documentId: DocumentId }) {
  const t = useTranslations("approvals.revisions");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const cache = trpc.useUtils();
  const { data: family } = trpc.approvals.revisions.useQuery({ documentId });
  const revise = trpc.approvals.revise.useMutation();
  const newest = family?.at(-1);
  if (newest === undefined || (newest.id !== documentId && newest.status !== "DRAFT")) return null;
  const begin = async () => {
    try {
      const draft = await revise.mutateAsync({ documentId });
      void cache.approvals.invalidate();
      router.push(draftAddress(draft.documentId));
    } catch (error) {
      toast.failed(sentenceOf(error, locale));
    }
  };
  return (
    <Button look="primary" busy={revise.isPending || revise.isSuccess} onClick={() => void begin()}>
      <FilePen aria-hidden />
      {t(newest.id === documentId ? "revise" : "goOn")}
    </Button>
  );
}
