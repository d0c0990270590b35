import { z } from "zod";
import { type CalendarDate, period } from "./dates";
import { personView } from "./employees";
import { employeeId, substitutionId } from "./ids";
import { paragraphs } from "./text";

/**
 * Where a substitution stands on a day. STANDING: it holds whenever the approver is on approved leave, and today they are
 * not. RUNNING: the substitute may decide today. ENDED: its days are over, or it was ended.
 */
export const substitutionState = z.enum(["COMING", "STANDING", "RUNNING", "ENDED"]);
export type SubstitutionState = z.infer<typeof substitutionState>;

export const nameSubstituteInput = z.strictObject({
  /** For whom; only HR administrators name substitutes for others. */
  employeeId: employeeId.optional(),
  substituteId: employeeId,
  /** The civil days it holds; null for the person's approved leave, whenever that is. */
  period: period.nullable(),
  reason: paragraphs(200),
});
export type NameSubstituteInput = z.infer<typeof nameSubstituteInput>;

export const endSubstitutionInput = z.strictObject({ substitutionId });
export type EndSubstitutionInput = z.infer<typeof endSubstitutionInput>;

export const listSubstitutionsInput = z.strictObject({ employeeId: employeeId.optional() });
export type ListSubstitutionsInput = z.infer<typeof listSubstitutionsInput>;

export const substitutionView = z.object({
  id: substitutionId,
  /** The approver; `substitute` decides in their place. */
  principal: personView,
  substitute: personView,
  period: period.nullable(),
  reason: z.string(),
  state: substitutionState,
});
export type SubstitutionView = z.infer<typeof substitutionView>;

/** A person's own substitutes, and those they stand in for; what still matters first, then the newest. */
export const substitutions = z.object({ named: z.array(substitutionView), standsIn: z.array(substitutionView) });
export type Substitutions = z.infer<typeof substitutions>;

/** Where a person sees and changes their substitutes. */
export const SUBSTITUTES_PATH = "/settings#substitutes";

/** "2026-11-23 – 2026-11-27", a single day once; the same in both languages. */
export function periodWords({ from, to }: { from: CalendarDate; to: CalendarDate }): string {
  return from === to ? from : `${from} – ${to}`;
}
