import { type LineStepInput, MAX_STEPS, type NamedSigner, type SuggestedLine } from "./approvals";
import type { EmployeeId } from "./ids";

/**
 * Managers must approve, each after those below them; the manager of another department may agree or approve, wherever they
 * stand. Why somebody the rule names does not sign as it asks: not on the line; only agreeing where they must approve; one of
 * several of whom any is enough, so that another could sign instead; before, or beside, somebody below them.
 */
export type SignerProblem = "MISSING" | "ONLY_AGREES" | "ANOTHER_COULD_SIGN" | "OUT_OF_ORDER";
export type LackingSigner = NamedSigner & { problem: SignerProblem };

type Step = Pick<LineStepInput, "kind" | "quorum" | "approverIds">;

/** Those of the named who do not sign as the rule asks, in its order. Whoever else stands on the line is the drafter's choice. */
export function lackingSigners(named: readonly NamedSigner[], line: readonly Step[]): LackingSigner[] {
  let last = -1;
  return named.flatMap((signer) => {
    const index = line.findIndex(({ approverIds }) => approverIds.includes(signer.person.id));
    const problem = problemAt(signer, line[index], index > last);
    if (problem !== null) return [{ ...signer, problem }];
    if (signer.kind === "APPROVAL") last = index;
    return [];
  });
}

function problemAt({ kind }: NamedSigner, step: Step | undefined, isAfterLower: boolean): SignerProblem | null {
  if (step === undefined) return "MISSING";
  if (step.quorum === "ANY" && step.approverIds.length > 1) return "ANOTHER_COULD_SIGN";
  if (kind === "AGREEMENT") return null;
  if (step.kind === "AGREEMENT") return "ONLY_AGREES";
  return isAfterLower ? null : "OUT_OF_ORDER";
}

/**
 * The line with everybody the rule names in their place; nobody is taken off it. Whoever signs as the rule asks stays where
 * they are, the others get a step of their own before the next higher one. Null when there are not enough steps for that.
 */
export function completedLine(named: readonly NamedSigner[], line: SuggestedLine): SuggestedLine | null {
  const lacking = lackingSigners(named, line.map(toStep));
  const moved = new Set(lacking.map(({ person }) => person.id));
  const kept = line
    .map((step) => ({ ...step, approvers: step.approvers.filter(({ id }) => !moved.has(id)) }))
    .filter(({ approvers }) => approvers.length > 0);
  const managers = named.filter(({ kind }) => kind === "APPROVAL").map(({ person }) => person.id);
  const inserted = (steps: SuggestedLine, signer: NamedSigner) => {
    const at = placeOf(managers, signer, steps);
    return [...steps.slice(0, at), stepOf(signer, line), ...steps.slice(at)];
  };
  // The highest first: whoever comes in before them finds them in place. Who only agrees finds everybody.
  const withManagers = lacking.filter(({ kind }) => kind === "APPROVAL").reduceRight(inserted, kept);
  const completed = lacking.filter(({ kind }) => kind === "AGREEMENT").reduce(inserted, withManagers);
  return completed.length <= MAX_STEPS ? completed : null;
}

/** Before the next higher manager; whoever agrees before the highest; at the end where there is none. */
function placeOf(managers: readonly EmployeeId[], { person }: NamedSigner, steps: SuggestedLine): number {
  const rank = managers.indexOf(person.id);
  const next = rank === -1 ? managers.at(-1) : managers[rank + 1];
  const at = steps.findIndex(({ approvers }) => approvers.some(({ id }) => id === next));
  return at === -1 ? steps.length : at;
}

/** Somebody who stood on the line keeps the days they were given. */
function stepOf({ kind, person }: NamedSigner, line: SuggestedLine): SuggestedLine[number] {
  const dueInDays = line.find(({ approvers }) => approvers.some(({ id }) => id === person.id))?.dueInDays;
  return { kind, quorum: "ALL", approvers: [person], ...(dueInDays && { dueInDays }) };
}

function toStep({ kind, quorum, approvers }: SuggestedLine[number]): Step {
  return { kind, quorum, approverIds: approvers.map(({ id }) => id) };
}
