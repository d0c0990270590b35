import type { DocumentId, EventId } from "@erp/contracts/ids";
import { createIsolatedStores, type IsolatedStores } from "@erp/local-stack/testing";
import type { Connection } from "mongoose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrateAll } from "../migrate";
import { openMongo } from "./connection";
import { findWaitingDocuments, markPublished } from "./document-outbox";
import { documentModel, type StoredEvent } from "./models/approval-document";

let stores: IsolatedStores;
let mongo: Connection;

beforeAll(async () => {
  stores = await createIsolatedStores(migrateAll);
  mongo = await openMongo(stores.mongoUrl);
});
afterAll(async () => {
  await mongo.close();
  await stores.remove();
});
beforeEach(async () => {
  await documentModel(mongo).deleteMany({});
});

function idOf<Id extends string>(name: string): Id {
  return name.toUpperCase().padStart(26, "0") as Id;
}

function event(name: string): StoredEvent {
  return { eventId: idOf<EventId>(name), topic: "erp.approvals.v1", message: JSON.stringify({ name }) };
}

/** Only what the outbox is about; the rest of a document does not matter here. */
async function insert(name: string, events: string[], hasOutbox = events.length > 0): Promise<DocumentId> {
  const _id = idOf<DocumentId>(name);
  await documentModel(mongo).collection.insertOne({
    _id,
    outbox: events.map(event),
    hasOutbox,
    number: null,
    version: 1,
  } as never);
  return _id;
}

const namesOf = async () =>
  (await findWaitingDocuments(mongo, 10)).map(({ events }) => events.map(({ message }) => JSON.parse(message).name));
const idsOf = (names: string[]) => names.map((name) => idOf<EventId>(name));
const stored = (id: DocumentId) => documentModel(mongo).findById(id, { outbox: 1, hasOutbox: 1 }).lean();

describe("waiting events", () => {
  it("come with their documents, in the order they were stored, as many documents as wanted", async () => {
    await insert("a", ["a1", "a2"]);
    await insert("b", []);
    await insert("c", ["c1"]);
    expect(await namesOf()).toEqual([["a1", "a2"], ["c1"]]);
    expect(await findWaitingDocuments(mongo, 1)).toHaveLength(1);
  });

  it("are gone once published", async () => {
    const id = await insert("a", ["a1", "a2"]);
    await markPublished(mongo, new Map([[id, idsOf(["a1", "a2"])]]));
    expect(await namesOf()).toEqual([]);
    expect(await stored(id)).toMatchObject({ outbox: [], hasOutbox: false });
  });

  it("that came in while others were published go on waiting", async () => {
    const id = await insert("a", ["a1", "a2", "a3"]);
    await markPublished(mongo, new Map([[id, idsOf(["a1", "a2"])]]));
    expect(await namesOf()).toEqual([["a3"]]);
  });

  it("of many documents are marked at once, also when one of them has got another meanwhile", async () => {
    const a = await insert("a", ["a1"]);
    const b = await insert("b", ["b1", "b2"]);
    const c = await insert("c", ["c1"]);
    await markPublished(
      mongo,
      new Map([
        [a, idsOf(["a1"])],
        [b, idsOf(["b1"])],
        [c, idsOf(["c1"])],
      ]),
    );
    expect(await namesOf()).toEqual([["b2"]]);
    expect(await stored(c)).toMatchObject({ outbox: [], hasOutbox: false });
  });

  it("are not forgotten when a relay that was asleep marks what another one has published already", async () => {
    const id = await insert("a", ["a2"]);
    await markPublished(mongo, new Map([[id, idsOf(["a1"])]]));
    expect(await namesOf()).toEqual([["a2"]]);
  });

  it("left empty by a relay that died in between are cleared on the way", async () => {
    const id = await insert("a", [], true);
    expect(await namesOf()).toEqual([]);
    expect(await stored(id)).toMatchObject({ hasOutbox: false });
  });
});
