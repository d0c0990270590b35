"use client";

import type { DocumentView, Verification } from "@erp/contracts/approvals";
import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/dialog";
import { Pill } from "@/components/pill";
import { Skeleton } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { HashChain } from "./hash-chain";

/** Whether the document is as its history says; opens the chain of fingerprints. */
export function IntegrityBadge({ document }: { document: DocumentView }) {
  const t = useTranslations("approvals.document.integrity");
  const [isOpen, setIsOpen] = useState(false);
  const verification = trpc.approvals.verify.useQuery({ documentId: document.id });
  if (verification.isPending) return <Skeleton className="h-5 w-24 rounded-full" />;
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)} className="rounded-full hover:brightness-95">
        <IntegrityPill verification={verification.data} />
      </button>
      <Dialog open={isOpen} onOpenChange={setIsOpen} title={t("title")} description={t("explain")}>
        <HashChain history={document.history} verification={verification.data} />
      </Dialog>
    </>
  );
}

function IntegrityPill({ verification }: { verification: Verification | undefined }) {
  const t = useTranslations("approvals.document.integrity");
  if (verification === undefined)
    return (
      <Pill meaning="neutral" icon={ShieldQuestionMark}>
        {t("failed")}
      </Pill>
    );
  if (!verification.intact)
    return (
      <Pill meaning="rejected" icon={ShieldAlert}>
        {t("altered")}
      </Pill>
    );
  return (
    <Pill meaning="info" icon={ShieldCheck}>
      {t("intact")}
    </Pill>
  );
}
