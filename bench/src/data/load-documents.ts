import { formTemplates } from "@erp/contracts/approval-forms";
import { koreanDate } from "@erp/contracts/dates";
import { ensureMongoIndexes } from "@erp/db/mongo/indexes";
import { type ApprovalDocument, documentModel } from "@erp/db/mongo/models/approval-document";
import { counterModel } from "@erp/db/mongo/models/counter";
import type { Ctx } from "@erp/domain/context";

const BATCH = 500;
/** So many batches are on their way at once: while one is made here, the store writes the others. */
const PARALLEL = 6;
/** From so many new documents on, building the indexes afterwards is quicker than keeping them. */
const INDEXES_LATER_FROM = 20_000;
/** All but the relay's: it is nearly empty, and the relay asks it all the time. */
const indexesBuiltLater = ["boxes", "number", "status"];

/** Forgets every document. The indexes stay. */
export async function removeAllDocuments(ctx: Ctx): Promise<void> {
  await ctx.mongo.dropCollection(documentModel(ctx.mongo).collection.name);
  await ensureMongoIndexes(ctx.mongo);
}

/** Inserts the documents that `compose` makes for the indexes from `start` up to `end`. */
export async function loadDocuments(
  ctx: Ctx,
  start: number,
  end: number,
  compose: (index: number) => ApprovalDocument,
): Promise<void> {
  const { collection } = documentModel(ctx.mongo);
  const areIndexesLater = end - start >= INDEXES_LATER_FROM;
  if (areIndexesLater) for (const name of indexesBuiltLater) await collection.dropIndex(name);
  let next = start;
  const insertBatches = async () => {
    while (next < end) {
      const batch = Array.from({ length: Math.min(BATCH, end - next) }, (_, offset) => next + offset);
      next += batch.length;
      await collection.insertMany(batch.map(compose) as never[], { ordered: false });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, insertBatches));
  if (areIndexesLater) await documentModel(ctx.mongo).createIndexes();
}

/** The numbers the loader has given to documents of this year must not be given again. */
export async function reserveNumbers(ctx: Ctx, highest: number): Promise<void> {
  const year = koreanDate(ctx.clock.now()).slice(0, 4);
  for (const { numberPrefix } of Object.values(formTemplates)) {
    const series = { _id: `${numberPrefix}-${year}` };
    await counterModel(ctx.mongo).updateOne(series, { $max: { value: highest } }, { upsert: true });
  }
}
