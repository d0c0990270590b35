import { deadLetterTopic } from "@erp/contracts/topics";
import type { Ctx } from "@erp/domain/context";
import { DomainError } from "@erp/domain/errors";
import { requestRedrive } from "@erp/domain/operations/operations.mutations";
import { viewSystem } from "@erp/domain/operations/operations.queries";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { auditOf } from "@erp/domain/testing/records";
import { afterAll, beforeAll, expect, it } from "vitest";
import { operationsConsumer } from "./consumers/operations";
import { defineConsumer } from "./define-consumer";
import { documentOutbox, mysqlOutbox } from "./outboxes";
import { reportingTo } from "./reporting";
import { changeEmployee } from "./testing/effects";
import { until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";

const topic = "erp.employees.v1";

let pipeline: Pipeline;
let asHr: Ctx;
let isMended = false;
const handled: string[] = [];

/** Refuses everything until it is mended, as a reaction with a mistake in it would. */
const broken = defineConsumer({
  group: "broken",
  on: {
    "employee.edited": async (_ctx, { key }) => {
      if (!isMended) throw new DomainError("employee.inactive");
      handled.push(key);
    },
  },
});

beforeAll(async () => {
  pipeline = await openPipeline();
  asHr = actingAs(pipeline.ctx, await buildEmployee(pipeline.ctx, { role: "HR_ADMIN" }));
  await pipeline.start({ consumers: [broken, operationsConsumer] });
});
afterAll(() => pipeline.close());

/** What the page shows, after a report made now. */
async function systemNow() {
  const { ctx, kafka } = pipeline;
  await reportingTo(kafka, [mysqlOutbox(ctx), documentOutbox(ctx)], async () => false).run(ctx);
  return viewSystem(asHr);
}

/** A dead letter without headers, which no group can have back; it lies before the others of its key. */
async function layAsideByHand(key: string): Promise<void> {
  const publisher = pipeline.kafka.openPublisher();
  await publisher.publish([{ topic: deadLetterTopic(topic), key, value: "{}" }]);
  await publisher.close();
}

it("E62: dead letters are counted and named on the page, and sent back from there", async () => {
  const person = await buildEmployee(pipeline.ctx);
  await layAsideByHand(person.id);
  await changeEmployee(pipeline.ctx, person.id, 1);
  await changeEmployee(pipeline.ctx, person.id, 2);
  const letters = async () => (await systemNow()).deadLetters.find((each) => each.topic === topic);
  await until("both are laid aside", async () => (await letters())?.waiting === 3);
  expect((await letters())?.passedOver).toEqual([]);
  expect((await letters())?.latest).toMatchObject([
    { group: "broken", reason: "refused", event: "employee.edited", key: person.id },
    { group: "broken", reason: "refused", event: "employee.edited", key: person.id },
  ]);

  isMended = true;
  // The note of a letter is forgotten up to the moment of the redrive; the pipeline's clock only moves when told to.
  pipeline.clock.advance(1000);
  await requestRedrive(asHr, { topic });
  await until("both were handled again", () => handled.length === 2);
  await until("none is left", async () => {
    const left = await letters();
    return left?.waiting === 0 && left.latest.length === 0 && left.passedOver.length > 0;
  });
  // The one laid aside by hand names nobody: it does not wait any more, but stands on the page.
  const place = expect.stringMatching(/^erp\.employees\.v1\.dead\/\d+@\d+$/);
  expect((await letters())?.passedOver).toEqual([{ key: person.id, place, passedOverAt: pipeline.ctx.clock.now() }]);
  expect(await auditOf(pipeline.ctx, topic)).toMatchObject([{ action: "dead-letters.redriven" }]);
});

it("says what is away, and for how long events wait", async () => {
  const { ctx, clock } = pipeline;
  const { servers, outboxes, groups, isStale } = await systemNow();
  expect(servers).toEqual([
    { name: "mysql", isUp: true },
    { name: "mongo", isUp: true },
    { name: "redis", isUp: true },
    { name: "kafka", isUp: true },
    { name: "soketi", isUp: false },
  ]);
  expect(outboxes.map(({ store }) => store).sort()).toEqual(["mongo", "mysql"]);
  expect(groups.map(({ group }) => group)).toEqual(expect.arrayContaining(["approvals", "operations"]));
  expect(isStale).toBe(false);

  clock.advance(31_000);
  const later = await viewSystem(asHr);
  expect(later.isStale).toBe(true);
  expect(later.servers.find(({ name }) => name === "kafka")?.isUp).toBeNull();
  await ctx.redis.flushdb();
  expect(await viewSystem(asHr)).toMatchObject({ reportedAt: null, isStale: false, groups: [] });
});
