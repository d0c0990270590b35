import type { LineStepInput, SuggestedLine } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import type { StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { findPeople, type KnownPerson } from "../employees/employees.queries";
import { DomainError } from "../errors";
import { peopleOf } from "./approvals.boxes.rules";
import { plainLine } from "./approvals.revisions.rules";

export type NamedPeople = { line: LineStepInput[]; referenceIds: EmployeeId[]; readerIds: EmployeeId[] };
export type Participants = {
  requester: StoredPerson;
  line: StoredStep[];
  references: StoredPerson[];
  readers: StoredPerson[];
};

/**
 * Everybody a draft names, as they are today; leavers may stand in it, the submission will refuse them.
 * Throws `approval.approver-unavailable` or `employee.not-found` for ids that nobody has.
 */
export async function loadParticipants(
  ctx: Ctx,
  requester: Pick<EmployeeActor, "id">,
  named: NamedPeople,
): Promise<Participants> {
  const people = await findPeople(ctx, [requester.id, ...idsOf(named)]);
  return participantsFrom(people, requester.id, named);
}

/**
 * Everybody a submission names. Beyond that they must be in the company, nobody decides twice, and nobody decides
 * their own document (domain rule 2). Throws the matching `approval.*` or `employee.inactive`.
 */
export async function loadActiveParticipants(
  ctx: Ctx,
  actor: EmployeeActor,
  named: NamedPeople,
): Promise<Participants> {
  const people = await findPeople(ctx, [actor.id, ...idsOf(named)]);
  const approverIds = named.line.flatMap((step) => step.approverIds);
  if (approverIds.includes(actor.id)) throw new DomainError("approval.requester-in-line");
  if (new Set(approverIds).size < approverIds.length) throw new DomainError("approval.same-approver-twice");
  for (const id of approverIds) if (people.get(id)?.status !== "ACTIVE") throw unavailable(people.get(id));
  for (const id of [...named.referenceIds, ...named.readerIds]) {
    if (people.get(id)?.status === "LEAVER") throw new DomainError("employee.inactive");
  }
  return participantsFrom(people, actor.id, named);
}

/** The people of a document for a new draft: without those who have left since, ranks and departments of today. */
export async function findActivePeople(
  ctx: Ctx,
  { line, references, readers }: Pick<Participants, "line" | "references" | "readers">,
): Promise<{ line: SuggestedLine; references: StoredPerson[]; readers: StoredPerson[] }> {
  const people = [...peopleOf(line), ...references, ...readers];
  const known = await findPeople(
    ctx,
    people.map(({ id }) => id),
  );
  const active = (some: readonly StoredPerson[]) =>
    some.flatMap(({ id }) => {
      const person = known.get(id);
      return person?.status === "ACTIVE" ? [snapshotOf(person)] : [];
    });
  const steps = plainLine(line).map((step) => ({ ...step, approvers: active(step.approvers) }));
  return {
    line: steps.filter(({ approvers }) => approvers.length > 0),
    references: active(references),
    readers: active(readers),
  };
}

/** The signed-in person as they are written into a document. */
export async function loadSelf(ctx: Ctx, actor: EmployeeActor): Promise<StoredPerson> {
  const person = (await findPeople(ctx, [actor.id])).get(actor.id);
  if (person === undefined) throw new DomainError("request.signed-out");
  return snapshotOf(person);
}

function participantsFrom(
  people: Map<EmployeeId, KnownPerson>,
  requesterId: EmployeeId,
  named: NamedPeople,
): Participants {
  const requester = people.get(requesterId);
  if (requester === undefined) throw new DomainError("request.signed-out");
  const others = (ids: readonly EmployeeId[]) => ids.filter((id) => id !== requesterId).map((id) => known(people, id));
  const line = named.line.map(({ kind, quorum, approverIds, dueInDays }): StoredStep => {
    const approvers = approverIds.map((id) => people.get(id) ?? raise(unavailable(undefined)));
    return {
      kind,
      quorum,
      state: "PENDING",
      approvers: approvers.map((person) => ({ person: snapshotOf(person), ...undecided })),
      ...(dueInDays && { dueInDays }),
    };
  });
  return {
    requester: snapshotOf(requester),
    line,
    references: others(named.referenceIds),
    readers: others(named.readerIds),
  };
}

const undecided = { decision: null, decidedAt: null, comment: null };

function known(people: Map<EmployeeId, KnownPerson>, id: EmployeeId): StoredPerson {
  return snapshotOf(people.get(id) ?? raise(new DomainError("employee.not-found")));
}

/** A person as they are written into a document or notification: without what only the moment needs. */
export function snapshotOf({ id, name, position, departmentNameKo, departmentNameEn }: KnownPerson): StoredPerson {
  return { id, name, position, departmentNameKo, departmentNameEn };
}

function unavailable(person: KnownPerson | undefined): DomainError {
  return new DomainError("approval.approver-unavailable", { name: person?.name ?? "?" });
}

function raise(error: DomainError): never {
  throw error;
}

function idsOf({ line, referenceIds, readerIds }: NamedPeople): EmployeeId[] {
  return [...line.flatMap(({ approverIds }) => approverIds), ...referenceIds, ...readerIds];
}
