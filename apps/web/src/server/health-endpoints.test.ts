import { expect, it } from "vitest";
import { answerReadyz, answerServingz } from "./health-endpoints";
import type { Surroundings } from "./surroundings";

const withMongoAway = { api: { missingDependencies: async () => ["mongo"] } } as unknown as Surroundings;

it("a process goes on serving while a store is away, though it is not ready to be started", async () => {
  const ready = await answerReadyz(withMongoAway, { isClosing: false });
  expect([ready.status, await ready.json()]).toEqual([503, { status: "not-ready", missing: ["mongo"] }]);
  expect(answerServingz({ isClosing: false }).status).toBe(200);
});

it("a process that closes neither serves nor is ready", async () => {
  expect((await answerReadyz(withMongoAway, { isClosing: true })).status).toBe(503);
  expect(answerServingz({ isClosing: true }).status).toBe(503);
});
