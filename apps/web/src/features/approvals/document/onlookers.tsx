"use client";

import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { Tooltip } from "@/components/tooltip";
import { useOnlookers } from "@/features/realtime/use-onlookers";

const SHOWN_FACES = 4;

/** The faces of who else has the document open. */
export function Onlookers({ documentId, readerId }: { documentId: DocumentId; readerId: EmployeeId }) {
  const t = useTranslations("approvals.document.presence");
  const people = useOnlookers(documentId, readerId);
  if (people.length === 0) return null;
  const sentence = t("label", { names: people.map(({ name }) => name).join(", ") });
  return (
    <Tooltip content={sentence}>
      <span role="img" aria-label={sentence} className="inline-flex animate-appear -space-x-1.5 print:hidden">
        {people.slice(0, SHOWN_FACES).map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} size="small" className="ring-2 ring-surface" />
        ))}
      </span>
    </Tooltip>
  );
}
