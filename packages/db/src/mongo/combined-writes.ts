import type { Collection } from "mongoose";
import { combine, onePer } from "../combine";

/** What was wrong with the insert of one document; null when it is stored. */
type Refusal = unknown;

/** What the driver tells of a batch of which some were refused: each with its place in the batch. */
type BulkWriteError = Error & { writeErrors?: WriteError | WriteError[] };
type WriteError = { index: number; code: number };

/**
 * Inserts a document together with others of its collection that are stored at this moment. Each is stored or refused by
 * itself; rejects with what the store has against it, as `insertOne` does.
 */
export async function insertCombined<Stored extends object>(
  collection: Collection<Stored>,
  document: Stored,
): Promise<void> {
  // What goes in is what the collection holds; the batch does not look into it.
  const refusal = await insertsInto(collection as unknown as Collection)(document);
  if (refusal !== null) throw refusal;
}

const insertsInto = onePer((collection: Collection) =>
  combine<object, Refusal>(async (documents) => {
    const [first, ...others] = documents;
    if (first && others.length === 0) {
      await collection.insertOne(first);
      return [null];
    }
    const refusals = await collection.insertMany([...documents], { ordered: false }).then(() => [], refusalsOf);
    return documents.map((_, index) => refusals.find((refusal) => refusal.index === index) ?? null);
  }, isRefusedWhole),
);

/** Throws what is no answer to the single documents. */
function refusalsOf(error: BulkWriteError): WriteError[] {
  const refusals = [error.writeErrors ?? []].flat();
  if (error.name !== "MongoBulkWriteError" || refusals.length === 0) throw error;
  return refusals;
}

/** The driver or the server would not take the command as it is, and has done nothing: for what one of its documents is. */
export function isRefusedWhole(error: unknown): boolean {
  return error instanceof Error && /^(MongoServerError|MongoInvalidArgumentError|BSON\w*|RangeError)$/.test(error.name);
}
