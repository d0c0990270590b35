"use client";

import type { DocumentView } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { usePersonWords } from "../format/use-person-words";
import { afterApproval, waitingPeople } from "./after-approval";

/** What happens next, beside the buttons: "승인하면 다음 결재자 박서연 부장님께 전달돼요". */
export function useNextSentence(document: DocumentView, readerId: EmployeeId): string {
  const t = useTranslations("approvals.actions");
  const { polite } = usePersonWords();
  if (document.allowedActions.includes("approve")) {
    const after = afterApproval(document, document.onBehalfOf?.id ?? readerId);
    if (after?.outcome === "goes-on") return t(`next.goes-on.${after.kind}`, { people: polite(after.people) });
    if (after) return t(`next.${after.outcome}`, { people: polite(after.people) });
  }
  const waiting = document.status === "IN_PROGRESS" ? waitingPeople(document) : [];
  return waiting.length > 0 ? t("next.waiting", { people: polite(waiting) }) : t(`closed.${document.status}`);
}
