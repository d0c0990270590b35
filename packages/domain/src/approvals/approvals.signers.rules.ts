import type { LineStepInput, LineSuggestion, NamedSigner } from "@erp/contracts/approvals";
import { MAX_STEPS } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import { asksAgreement, EVERYBODY, type LineRule, managersFor } from "@erp/contracts/line-rules";
import { completedLine, lackingSigners } from "@erp/contracts/line-signers";
import { DomainError } from "../errors";

/** A form's rule, and those it may name for one requester: people of the company who are not the requester. */
export type Signing = {
  rule: LineRule;
  /** In won; 0 where the document has no amount. */
  amountKrw: number;
  /** Up the tree, nearest first. */
  managers: readonly PersonView[];
  /** Who signs for the department that the rule asks to agree. */
  agreeing: PersonView | null;
};

/**
 * Whom the rule names, in the order in which they sign: so many managers, and before the highest of them the department that
 * agrees, unless its manager approves anyway. Of a tree higher than a line is long, the nearest.
 */
export function namedSigners({ rule, amountKrw, managers, agreeing }: Signing): NamedSigner[] {
  const asked = managersFor(rule, amountKrw);
  // Rows that form a ring name somebody again and again; they sign once.
  const distinct = managers.filter(({ id }, index) => managers.findIndex((other) => other.id === id) === index);
  const signing = distinct.slice(0, asked === EVERYBODY ? MAX_STEPS : asked).map(toSigner("APPROVAL"));
  const isSigning = signing.some(({ person }) => person.id === agreeing?.id);
  if (agreeing === null || isSigning || !asksAgreement(rule, amountKrw)) return signing;
  const beforeLast = signing.slice(0, MAX_STEPS - 1);
  return [...beforeLast.slice(0, -1), toSigner("AGREEMENT")(agreeing), ...beforeLast.slice(-1)];
}

/** Whom the drafter must not leave out. Whoever has no manager is the head of the company: no rule binds them. */
export function requiredSigners(signing: Signing): NamedSigner[] {
  const isBound = signing.rule.enforcement === "REQUIRED" && signing.managers.length > 0;
  return isBound ? namedSigners(signing) : [];
}

/** The line a document usually takes, which is nobody's but the rule's. */
export function suggestionOf(signing: Signing): LineSuggestion {
  return { line: completedLine(namedSigners(signing), []) ?? [], required: requiredSigners(signing) };
}

/** Throws `approval.line-lacks-signers`, naming everybody who does not sign as the rule asks. */
export function assertSigned(signing: Signing, line: readonly LineStepInput[]): void {
  const lacking = lackingSigners(requiredSigners(signing), line);
  if (lacking.length === 0) return;
  const names = lacking.map(({ person }) => person.name).join(", ");
  throw new DomainError("approval.line-lacks-signers", { names }, { line: "line.lacks-signers" });
}

function toSigner(kind: NamedSigner["kind"]) {
  return (person: PersonView): NamedSigner => ({ kind, person });
}
