import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { combine, combineById, combineMany, onePer } from "./combine";

/** A store that answers an item with its double, a batch at a time, when it is let. */
function openStore() {
  const batches: { items: readonly number[]; answer(): void; fail(error: Error): void }[] = [];
  const answerAll = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      batches.push({ items, answer: () => resolve(items.map((item) => item * 2)), fail: reject });
    });
  const seen = () => batches.map(({ items }) => items);
  return { batches, answerAll, seen };
}

describe("combine", () => {
  it("asks at once for who is alone", async () => {
    const { batches, answerAll, seen } = openStore();
    const double = combine(answerAll);
    const answer = double(21);
    await sleep(0);
    expect(seen()).toEqual([[21]]);
    batches[0]?.answer();
    expect(await answer).toBe(42);
  });

  it("takes what is asked for in the same breath as one batch", async () => {
    const { batches, answerAll, seen } = openStore();
    const answers = [1, 2, 3].map(combine(answerAll));
    await sleep(0);
    expect(seen()).toEqual([[1, 2, 3]]);
    batches[0]?.answer();
    expect(await Promise.all(answers)).toEqual([2, 4, 6]);
  });

  it("gathers what is asked for while a batch is under way, and sends it with the next", async () => {
    const { batches, answerAll, seen } = openStore();
    const double = combine(answerAll);
    const asked: Promise<number>[] = [];
    for (const item of [1, 2, 3]) {
      asked.push(double(item));
      await sleep(0);
    }
    expect(seen()).toEqual([[1]]);
    batches[0]?.answer();
    await sleep(0);
    expect(seen()).toEqual([[1], [2, 3]]);
    batches[1]?.answer();
    expect(await Promise.all(asked)).toEqual([2, 4, 6]);
  });

  it("does not wait for a batch that hangs", async () => {
    const { batches, answerAll, seen } = openStore();
    const double = combine(answerAll);
    const hanging = double(1);
    await sleep(0);
    const next = [2, 3].map(double);
    await vi.waitFor(() => expect(seen()).toEqual([[1], [2, 3]]));
    batches[1]?.answer();
    expect(await Promise.all(next)).toEqual([4, 6]);
    batches[0]?.answer();
    expect(await hanging).toBe(2);
  });

  it("never answers from a batch that left before the question", async () => {
    let stored = "old";
    const { answerAll, batches } = openStore();
    const read = combine(async (items: readonly number[]) => {
      const now = stored;
      await answerAll(items);
      return items.map(() => now);
    });
    const before = read(1);
    await sleep(0);
    stored = "new";
    const after = read(1);
    batches[0]?.answer();
    await sleep(0);
    batches[1]?.answer();
    expect(await Promise.all([before, after])).toEqual(["old", "new"]);
  });

  it("sends no more than fifty together", async () => {
    const { batches, answerAll, seen } = openStore();
    const double = combine(answerAll);
    const asked = Array.from({ length: 120 }, (_, item) => double(item));
    for (let round = 0; round < 3; round += 1) {
      await sleep(0);
      batches[round]?.answer();
    }
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 120 }, (_, item) => item * 2));
    expect(seen().map(({ length }) => length)).toEqual([50, 50, 20]);
  });

  it("tells everybody of a batch that failed, and goes on with the next", async () => {
    const { batches, answerAll } = openStore();
    const double = combine(answerAll);
    const lost = [1, 2].map(double);
    await sleep(0);
    batches[0]?.fail(new Error("away"));
    expect((await Promise.allSettled(lost)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const next = double(3);
    await sleep(0);
    batches[1]?.answer();
    expect(await next).toBe(6);
  });

  it("lets an item that spoils its batch fail alone", async () => {
    const store = async (items: readonly number[]) => {
      if (items.includes(13)) throw new RangeError("13");
      return items.map((item) => item * 2);
    };
    const double = combine(store, (error) => error instanceof RangeError);
    const outcomes = await Promise.allSettled([1, 13, 3].map(double));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "failed"))).toEqual([
      2,
      "failed",
      6,
    ]);
  });
});

describe("combineById", () => {
  it("asks for each id once and gives each its row, null where there is none", async () => {
    const reads: (readonly string[])[] = [];
    const find = combineById(
      async (ids: readonly string[]) => {
        reads.push(ids);
        return [{ id: "b" }, { id: "a" }];
      },
      ({ id }) => id,
    );
    expect(await Promise.all(["a", "b", "a", "c"].map(find))).toEqual([{ id: "a" }, { id: "b" }, { id: "a" }, null]);
    expect(reads).toEqual([["a", "b", "c"]]);
  });
});

describe("combineMany", () => {
  it("asks for each key once and gives each its rows in their order, none where there are none", async () => {
    const reads: (readonly string[])[] = [];
    const rows = [
      { of: "b", rank: 1 },
      { of: "a", rank: 2 },
      { of: "b", rank: 3 },
    ];
    const find = combineMany(
      async (keys: readonly string[]) => {
        reads.push(keys);
        return rows;
      },
      ({ of }) => of,
    );
    const ranks = (await Promise.all(["a", "b", "a", "c"].map(find))).map((own) => own.map(({ rank }) => rank));
    expect(ranks).toEqual([[2], [1, 3], [2], []]);
    expect(reads).toEqual([["a", "b", "c"]]);
  });
});

describe("onePer", () => {
  it("makes one for each owner", () => {
    let made = 0;
    const numberOf = onePer(() => {
      made += 1;
      return made;
    });
    const [one, other] = [{}, {}];
    expect([numberOf(one), numberOf(other), numberOf(one)]).toEqual([1, 2, 1]);
  });
});
