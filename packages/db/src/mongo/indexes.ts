import type { Connection, Model } from "mongoose";
import { documentModel } from "./models/approval-document";
import { counterModel } from "./models/counter";
import { mailModel } from "./models/mail";
import { notificationModel } from "./models/notification";
import { preferencesModel } from "./models/notification-preferences";
import { savedLinesModel } from "./models/saved-lines";

/** Every collection there is, listed by hand: a model nobody has used yet must have its indexes all the same. */
function allModels(connection: Connection): Model<never>[] {
  return [
    documentModel(connection),
    counterModel(connection),
    notificationModel(connection),
    preferencesModel(connection),
    mailModel(connection),
    savedLinesModel(connection),
  ] as unknown as Model<never>[];
}

/** Creates the collections with their indexes; what exists already stays as it is. */
export async function ensureMongoIndexes(connection: Connection): Promise<void> {
  for (const model of allModels(connection)) {
    await model.createCollection();
    await model.createIndexes();
  }
}
