"use client";

import type { DocumentId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { trpc } from "@/lib/trpc";
import { usePersonWords } from "../format/use-person-words";
import { DraftNote } from "./draft-note";

/** Which submission is being written, and why the one before came back. */
export function RevisionNote({ documentId, revision }: { documentId: DocumentId; revision: number }) {
  const t = useTranslations("approvals.revisions");
  const { named } = usePersonWords();
  const { data: family } = trpc.approvals.revisions.useQuery({ documentId });
  const rejection = family?.at(-2)?.rejection;
  return (
    <DraftNote>
      <span className="font-semibold">{t("writing", { revision })}</span>
      {rejection && (
        <span className="block whitespace-pre-wrap">
          {t("cameBack", { person: named(rejection.person), reason: rejection.reason })}
        </span>
      )}
    </DraftNote>
  );
}
