import { type AuditAction, auditAction } from "@erp/contracts/audit";
import { useTranslations } from "next-intl";

/** Messages are found by path, so the dot in an act's name becomes a colon in theirs. */
export function actionKey<Action extends AuditAction>(action: Action) {
  return action.replace(".", ":") as Action extends `${infer Domain}.${infer Act}` ? `${Domain}:${Act}` : never;
}

export function useActionOptions(): { value: AuditAction; label: string }[] {
  const t = useTranslations("operations.audit");
  return auditAction.options.map((value) => ({ value, label: t(`actions.${actionKey(value)}`) }));
}
