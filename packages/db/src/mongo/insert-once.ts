import type { Collection } from "mongoose";
import { isDuplicateKey } from "./duplicate-key";

/** Inserts a document whose `_id` says what it is about; where an earlier delivery has stored it, that one stays as it is. */
export async function insertOnce<Stored extends { _id: string }>(
  collection: Collection<Stored>,
  document: Stored,
): Promise<void> {
  await collection.insertOne(document as Parameters<typeof collection.insertOne>[0]).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}
