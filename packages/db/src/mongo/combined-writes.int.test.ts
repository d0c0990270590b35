import type { DocumentId, EventId } from "@erp/contracts/ids";
import { createIsolatedStores, type IsolatedStores } from "@erp/local-stack/testing";
import type { Connection } from "mongoose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrateAll } from "../migrate";
import { insertCombined } from "./combined-writes";
import { openMongo } from "./connection";
import { type Move, movesIn } from "./document-moves";
import { isDuplicateKey } from "./duplicate-key";
import { documentCollection } from "./models/approval-document";
import { type Counter, counterCollection } from "./models/counter";

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

describe("inserts of the same moment", () => {
  const counters = () => counterCollection(mongo);
  const insert = (_id: string, value: number) => insertCombined(counters(), { _id, value });
  beforeEach(async () => {
    await counters().deleteMany({});
  });

  it("are all stored, in as few commands as there are connections' turns", async () => {
    await Promise.all(Array.from({ length: 120 }, (_, index) => insert(`series-${index}`, index)));
    expect(await counters().countDocuments()).toBe(120);
  });

  it("are refused one by one: what exists already harms no other", async () => {
    await insert("b", 1);
    const outcomes = await Promise.allSettled(["a", "b", "c", "b"].map((id) => insert(id, 2)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refusals.every(isDuplicateKey)).toBe(true);
    expect(await counters().find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: "a", value: 2 },
      { _id: "b", value: 1 },
      { _id: "c", value: 2 },
    ]);
  });

  it("let one that cannot be written down fail alone", async () => {
    const circle: Record<string, unknown> = { _id: "circle" };
    circle.value = circle;
    const outcomes = await Promise.allSettled([
      insert("a", 1),
      insertCombined(counters(), circle as Counter),
      insert("c", 3),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await counters().countDocuments()).toBe(2);
  });
});

describe("moves of the same moment", () => {
  const documents = () => documentCollection(mongo);
  const idOf = <Id extends string>(name: string) => name.toUpperCase().padStart(26, "0") as Id;
  beforeEach(async () => {
    await documents().deleteMany({});
  });

  async function insert(...names: string[]): Promise<void> {
    const each = names.map((name) => ({
      _id: idOf<DocumentId>(name),
      version: 1,
      number: null,
      history: [],
      outbox: [],
    }));
    await documents().insertMany(each as never);
  }

  /** Moves the document from version 1 to 2; `seal` tells what the move is, and who makes it again makes the same. */
  function move(name: string, event: string, seal = `${name} approved`): Move {
    return {
      documentId: idOf(name),
      eventId: idOf<EventId>(event),
      seal,
      version: 1,
      update: { $set: { version: 2 }, $push: { history: { hash: seal } as never } },
    };
  }

  const make = (moves: readonly Move[]) => Promise.all(moves.map(movesIn(mongo)));

  it("are all made", async () => {
    await insert("a", "b", "c");
    expect(await make([move("a", "1"), move("b", "2"), move("c", "3")])).toEqual([true, true, true]);
    expect(await documents().countDocuments({ version: 2 })).toBe(3);
  });

  it("are told apart where some came late", async () => {
    await insert("a", "b", "c");
    await make([move("b", "1", "b rejected")]);
    expect(await make([move("a", "2"), move("b", "3"), move("c", "4")])).toEqual([true, false, true]);
    const [b] = await documents()
      .find({ _id: idOf<DocumentId>("b") })
      .toArray();
    expect(b?.history.map(({ hash }) => hash)).toEqual(["b rejected"]);
  });

  it("of one document: the first is made, the others are late, also where they are the very same", async () => {
    await insert("a", "b");
    const pressedOften = Array.from({ length: 20 }, (_, index) => move("a", `x${index}`));
    const answers = await make([...pressedOften, move("b", "y")]);
    expect(answers.filter(Boolean)).toHaveLength(2);
    expect([answers[0], answers.at(-1)]).toEqual([true, true]);
    expect(await documents().countDocuments({ version: 2, history: { $size: 1 } })).toBe(2);
  });

  it("of one document, seen at several versions: only the newest can be in time", async () => {
    await insert("a");
    await make([move("a", "1")]);
    const next = { ...move("a", "3", "a completed"), version: 2 };
    expect(await make([move("a", "2"), next])).toEqual([false, true]);
  });

  it("are known again though the same move was made elsewhere in the same millisecond", async () => {
    await insert("a", "b");
    await make([move("a", "1")]);
    expect(await make([move("a", "2"), move("b", "3")])).toEqual([false, true]);
  });

  it("do not mind documents that are gone", async () => {
    await insert("a");
    expect(await make([move("a", "1"), move("gone", "2")])).toEqual([true, false]);
  });
});
