import type { Collection } from "mongoose";
import { insertCombined } from "./combined-writes";
import { isDuplicateKey } from "./duplicate-key";

/** Inserts a document whose `_id` says what it is about; where an earlier delivery has stored it, that one stays as it is. */
export async function insertOnce<Stored extends { _id: string }>(
  collection: Collection<Stored>,
  document: Stored,
): Promise<void> {
  await insertCombined(collection, document).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}
