import type { EmployeeId, SavedLineId } from "@erp/contracts/ids";
import type { RenameSavedLineInput, SavedLineByIdInput, SavedLines, SaveLineInput } from "@erp/contracts/saved-lines";
import { isDuplicateKey } from "@erp/db/mongo/duplicate-key";
import { type StoredSavedLine, savedLinesModel } from "@erp/db/mongo/models/saved-lines";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { listSavedLines } from "./approvals.saved-lines.queries";
import { withNewName, withoutSaved, withSaved } from "./approvals.saved-lines.rules";

/** The same person's other tabs are the only ones who may come in between. */
const ATTEMPTS = 5;

/** Keeps a line under a name of the person's own. Throws `saved-line.name-taken` or `.too-many`. */
export async function saveLine(ctx: Ctx, { name, line }: SaveLineInput): Promise<SavedLines> {
  const saved = { id: newId<SavedLineId>(ctx.clock), name, steps: line };
  return changeLines(ctx, (lines) => withSaved(lines, saved));
}

/** Throws `saved-line.not-found` or `.name-taken`. */
export async function renameSavedLine(ctx: Ctx, { savedLineId, name }: RenameSavedLineInput): Promise<SavedLines> {
  return changeLines(ctx, (lines) => withNewName(lines, savedLineId, name));
}

/** Documents written with it stay as they are. Throws `saved-line.not-found`. */
export async function removeSavedLine(ctx: Ctx, { savedLineId }: SavedLineByIdInput): Promise<SavedLines> {
  return changeLines(ctx, (lines) => withoutSaved(lines, savedLineId));
}

type Change = (lines: readonly StoredSavedLine[]) => StoredSavedLine[];

/** Nobody else is concerned, so there is no event. */
async function changeLines(ctx: Ctx, change: Change): Promise<SavedLines> {
  const { id } = authorize(ctx, "approvals:draft");
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await tryToChange(ctx, id, change)) return listSavedLines(ctx);
  }
  throw new DomainError("approval.changed-meanwhile");
}

/** False when the lines changed after they were read. */
async function tryToChange(ctx: Ctx, ownerId: EmployeeId, change: Change): Promise<boolean> {
  const model = savedLinesModel(ctx.mongo);
  const before = await model.findById(ownerId).lean();
  const lines = change(before?.lines ?? []);
  if (before === null) return model.create({ _id: ownerId, version: 1, lines }).then(() => true, falseIfTaken);
  const { version } = before;
  const { modifiedCount } = await model.updateOne({ _id: ownerId, version }, { $set: { version: version + 1, lines } });
  return modifiedCount === 1;
}

function falseIfTaken(error: unknown): false {
  if (isDuplicateKey(error)) return false;
  throw error;
}
