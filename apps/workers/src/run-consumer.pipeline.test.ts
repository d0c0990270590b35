import type { EmployeeId } from "@erp/contracts/ids";
import { deadLetterTopic, type Topic } from "@erp/contracts/topics";
import { newEvent } from "@erp/domain/emit";
import { DomainError } from "@erp/domain/errors";
import { newId } from "@erp/domain/new-id";
import { inTransactionOnce } from "@erp/domain/transaction";
import { deadLetters } from "@erp/telemetry/metrics";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { defineConsumer } from "./define-consumer";
import { lookAtDeadLetters, redriveDeadLetters, replayEvents } from "./event-copies";
import type { Delivery, Message, Publisher } from "./messages";
import { until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";

const TOPIC = "erp.employees.v1";

let pipeline: Pipeline;
let publisher: Publisher;
/** What the reaction does when it comes to an employee; nothing special where none is set. */
const mishaps = new Map<string, (attempt: number) => void>();
let seen: { id: string; attempt: number; at: number }[] = [];

const consumer = defineConsumer({
  group: "under-test",
  on: {
    "employee.joined": async (ctx, event) => {
      const { employeeId } = event.data;
      const attempt = seen.filter(({ id }) => id === employeeId).length + 1;
      seen.push({ id: employeeId, attempt, at: performance.now() });
      mishaps.get(employeeId)?.(attempt);
      await inTransactionOnce(ctx, "under-test", event, async (tx) => {
        await tx.query("UPDATE effects SET times = times + 1 WHERE id = ?", [employeeId]);
      });
    },
  },
});

beforeAll(async () => {
  pipeline = await openPipeline();
  publisher = pipeline.kafka.openPublisher();
  await pipeline.createTable("effects", "id CHAR(26) PRIMARY KEY, times INT NOT NULL");
  await pipeline.start({ consumers: [consumer] });
});

beforeEach(() => {
  seen = [];
  mishaps.clear();
});

afterAll(async () => {
  await publisher.close();
  await pipeline.close();
});

/** A well-formed event of an employee whose effects are counted from 0. */
async function joined(key?: string): Promise<Message & { id: EmployeeId }> {
  const id = newId<EmployeeId>(pipeline.clock);
  await pipeline.ctx.mysql.query("INSERT INTO effects VALUES (?, 0)", [id]);
  const event = newEvent(pipeline.ctx, "employee.joined", key ?? id, { employeeId: id });
  return { id, topic: TOPIC, key: event.key, value: JSON.stringify(event) };
}

async function effectsOf(id: string): Promise<number> {
  const [row]: { times: number }[] = await pipeline.ctx.mysql.query("SELECT times FROM effects WHERE id = ?", [id]);
  return row?.times ?? 0;
}

async function deadLetterCount(reason: string): Promise<number> {
  const { values } = await deadLetters.get();
  return values.find(({ labels }) => labels.group === "under-test" && labels.reason === reason)?.value ?? 0;
}

/** Everything on the dead-letter topic so far. */
async function readDeadLetters(): Promise<Delivery[]> {
  const found: Delivery[] = [];
  const group = newId<string>(pipeline.clock);
  const topic = `${TOPIC}.dead`;
  const reader = pipeline.kafka.consume({
    group,
    topics: [topic],
    handle: async (delivery) => {
      found.push(delivery);
      return "done";
    },
  });
  await until("dead letters read", async () =>
    (await pipeline.kafka.progress(group, topic)).every(({ committed, end }) => committed === end && end > 0n),
  );
  await reader.stop();
  return found;
}

describe("a message", () => {
  it("delivered five times has its effect once", async () => {
    const message = await joined();
    for (let time = 0; time < 5; time += 1) await publisher.publish([message]);
    await pipeline.settle([consumer]);
    expect(seen).toHaveLength(5);
    expect(await effectsOf(message.id)).toBe(1);
  });

  it("E56: malformed or unknown ones are laid aside with a reason and counted, and the partition goes on", async () => {
    const before = { malformed: await deadLetterCount("malformed"), unknown: await deadLetterCount("unknown-event") };
    const good = await joined("same-key");
    const bad = [
      "not json",
      JSON.stringify({ ...JSON.parse(String(good.value)), data: { employeeId: 7 } }),
      JSON.stringify({ ...JSON.parse(String(good.value)), name: "employee.promoted-to-emperor" }),
    ];
    await publisher.publish([...bad.map((value) => ({ topic: TOPIC, key: "same-key", value })), good]);
    await pipeline.settle([consumer]);

    expect(await effectsOf(good.id)).toBe(1);
    const laidAside = (await readDeadLetters()).filter(({ key }) => key === "same-key");
    expect(laidAside.map(({ value }) => value.toString())).toEqual(bad);
    expect(laidAside.map(({ headers }) => headers.reason)).toEqual(["malformed", "malformed", "unknown-event"]);
    expect(laidAside[0]?.headers).toMatchObject({
      group: "under-test",
      topic: TOPIC,
      error: expect.stringContaining("SyntaxError"),
    });
    expect(await deadLetterCount("malformed")).toBe(before.malformed + 2);
    expect(await deadLetterCount("unknown-event")).toBe(before.unknown + 1);
  });

  it("the domain refuses is laid aside at once", async () => {
    const message = await joined();
    mishaps.set(message.id, () => {
      throw new DomainError("approval.not-found");
    });
    await publisher.publish([message]);
    await pipeline.settle([consumer]);
    expect(seen).toHaveLength(1);
    expect((await readDeadLetters()).find(({ key }) => key === message.key)?.headers.reason).toBe("refused");
  });

  it("that fails twice is tried again, later each time, before the next one of its key", async () => {
    const first = await joined("one-key");
    const second = await joined("one-key");
    mishaps.set(first.id, (attempt) => {
      if (attempt < 3) throw new Error("a passing mishap");
    });
    await publisher.publish([first, second]);
    await pipeline.settle([consumer]);
    expect(seen.map(({ id }) => id)).toEqual([first.id, first.id, first.id, second.id]);
    const [one, two, three] = seen.map(({ at }) => at) as [number, number, number];
    expect(two - one).toBeGreaterThan(95);
    expect(three - two).toBeGreaterThan(190);
    expect(await effectsOf(first.id)).toBe(1);
  });

  it("that always fails is tried five times, then laid aside; redriven, it has its effect", async () => {
    const message = await joined();
    mishaps.set(message.id, () => {
      throw new Error("a mistake in our code");
    });
    await publisher.publish([message]);
    await pipeline.settle([consumer]);
    expect(seen).toHaveLength(5);
    expect(await effectsOf(message.id)).toBe(0);

    mishaps.clear();
    const redrivenFirst = await redriveDeadLetters(pipeline.kafka, TOPIC);
    await pipeline.settle([consumer]);
    expect(redrivenFirst.sentBack).toBeGreaterThanOrEqual(1);
    expect(await effectsOf(message.id)).toBe(1);
  });

  it("waits for ever, not five times, while a store is away", async () => {
    const message = await joined();
    let isAway = true;
    mishaps.set(message.id, () => {
      if (isAway) throw Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:3306"), { code: "ECONNREFUSED" });
    });
    const other = await joined();
    await publisher.publish([message, other]);
    await until("more than five attempts", () => seen.filter(({ id }) => id === message.id).length > 6);
    expect(await effectsOf(other.id)).toBe(1);
    isAway = false;
    await pipeline.settle([consumer]);
    expect(await effectsOf(message.id)).toBe(1);
    expect((await readDeadLetters()).filter(({ key }) => key === message.key)).toEqual([]);
  });
});

describe("commands", () => {
  async function keysOfWaitingLetters(): Promise<string[]> {
    const keys: string[] = [];
    await lookAtDeadLetters(pipeline.kafka, TOPIC, ({ key }) => keys.push(key));
    return keys;
  }

  it("redrive sends each dead letter back once, and only to the group that gave up on it", async () => {
    const message = await joined();
    mishaps.set(message.id, () => {
      throw new DomainError("approval.not-found");
    });
    await publisher.publish([message]);
    await pipeline.settle([consumer]);
    const strangerSaw: string[] = [];
    const stranger = defineConsumer({
      group: "stranger",
      on: { "employee.joined": async (_ctx, event) => void strangerSaw.push(event.key) },
    });
    await pipeline.start({ consumers: [stranger], relays: false });
    await pipeline.settle([stranger]);
    expect(strangerSaw.filter((key) => key === message.key)).toHaveLength(1);

    expect(await keysOfWaitingLetters()).toContain(message.key);
    mishaps.clear();
    await redriveDeadLetters(pipeline.kafka, TOPIC);
    await pipeline.settle([consumer, stranger]);
    expect(await keysOfWaitingLetters()).not.toContain(message.key);
    expect(await effectsOf(message.id)).toBe(1);
    expect(strangerSaw.filter((key) => key === message.key)).toHaveLength(1);
    // What stays undeliverable (the malformed ones) comes back as a new dead letter; a delivered one does not.
    const later = (await readDeadLetters()).filter(({ key }) => key === message.key);
    expect(later).toHaveLength(1);
  });

  it("redrives of different topics at the same time do not wait for each other", async () => {
    const others: Topic[] = ["erp.quests.v1", "erp.attendance.v1"];
    const group = "nobody";
    await publisher.publish(
      others.map((topic) => ({ topic: deadLetterTopic(topic), key: "one", value: "{}", headers: { topic, group } })),
    );
    const redrives = await Promise.all(others.map((topic) => redriveDeadLetters(pipeline.kafka, topic)));
    expect(redrives.map(({ sentBack }) => sentBack)).toEqual([1, 1]);
  });

  it("replay brings past events back to a group, once each, without changing their effect", async () => {
    const before = new Date();
    const messages = [await joined(), await joined(), await joined()];
    await publisher.publish(messages);
    await pipeline.settle([consumer]);
    seen = [];
    expect(await replayEvents(pipeline.kafka, TOPIC, before, "under-test")).toBe(3);
    await pipeline.settle([consumer]);
    expect(seen.map(({ id }) => id).sort()).toEqual(messages.map(({ id }) => id).sort());
    expect(await Promise.all(messages.map(({ id }) => effectsOf(id)))).toEqual([1, 1, 1]);
    expect(await replayEvents(pipeline.kafka, TOPIC, before, "under-test")).toBe(3);
  });
});
