import { approvalErrors } from "./approvals.errors";
import { attendanceErrors } from "./attendance.errors";
import type { ErrorDefinition } from "./define-errors";
import { employeeErrors } from "./employees.errors";
import { fileErrors } from "./files.errors";
import { fillPlaces } from "./fill-places";
import { formErrors } from "./forms.errors";
import { identityErrors } from "./identity.errors";
import { leaveErrors } from "./leave.errors";
import { lineRuleErrors } from "./line-rules.errors";
import { notificationErrors } from "./notifications.errors";
import { questErrors } from "./quests.errors";
import { requestErrors } from "./request.errors";
import { savedLineErrors } from "./saved-lines.errors";
import { substitutionErrors } from "./substitutions.errors";
import type { Locale } from "./units";

/** Every code the product can answer with; each domain defines its own in `<domain>.errors.ts`. */
export const errorCatalog = {
  ...requestErrors,
  ...identityErrors,
  ...employeeErrors,
  ...approvalErrors,
  ...formErrors,
  ...lineRuleErrors,
  ...substitutionErrors,
  ...savedLineErrors,
  ...leaveErrors,
  ...attendanceErrors,
  ...questErrors,
  ...notificationErrors,
  ...fileErrors,
} satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorCatalog;
export type ErrorParams = Record<string, string | number>;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalog, code);
}

/** The sentence for a person, with `{name}` places filled from the parameters. */
export function errorSentence(code: ErrorCode, language: Locale, params: ErrorParams = {}): string {
  return fillPlaces(errorCatalog[code][language], params);
}
