import type { SavedLines, SavedLineView } from "@erp/contracts/saved-lines";
import { type StoredSavedLine, savedLinesModel } from "@erp/db/mongo/models/saved-lines";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople, type KnownPerson } from "../employees/employees.queries";
import { snapshotOf } from "./approvals.people.queries";

/** The actor's saved lines, with everybody as they are today. */
export async function listSavedLines(ctx: Ctx): Promise<SavedLines> {
  const { id } = authorize(ctx, "approvals:draft");
  const stored = await savedLinesModel(ctx.mongo).findById(id).lean();
  if (stored === null) return [];
  const people = await findPeople(ctx, stored.lines.flatMap(peopleIn));
  return stored.lines.map((line) => toView(line, people));
}

function toView({ id, name, steps }: StoredSavedLine, people: ReadonlyMap<string, KnownPerson>): SavedLineView {
  const personsOf = (ids: readonly string[], status: KnownPerson["status"]) =>
    ids.flatMap((personId) => {
      const person = people.get(personId);
      return person?.status === status ? [snapshotOf(person)] : [];
    });
  const line = steps.map(({ approverIds, ...step }) => ({ ...step, approvers: personsOf(approverIds, "ACTIVE") }));
  return {
    id,
    name,
    line: line.filter(({ approvers }) => approvers.length > 0),
    leavers: personsOf(peopleIn({ steps }), "LEAVER"),
  };
}

function peopleIn({ steps }: Pick<StoredSavedLine, "steps">) {
  return steps.flatMap(({ approverIds }) => approverIds);
}
