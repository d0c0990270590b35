import type { Connection } from "mongoose";

/** Creates the collections' indexes; the models that own them are listed by hand. */
export async function ensureMongoIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.createIndexes();
}
