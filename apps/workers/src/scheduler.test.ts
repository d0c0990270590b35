import type { Ctx } from "@erp/domain/context";
import { silentLog } from "@erp/telemetry/log";
import { expect, it } from "vitest";
import { runSchedule } from "./scheduler";
import { until } from "./testing/eventually";

it("runs each task at once and again after its period, a failing one too, until it is stopped", async () => {
  const stopping = new AbortController();
  const runs: string[] = [];
  const count = (name: string) => runs.filter((run) => run === name).length;
  const schedule = runSchedule(
    { log: silentLog } as Ctx,
    [
      { name: "good", everyMs: 5, run: async () => void runs.push("good") },
      {
        name: "bad",
        everyMs: 5,
        run: async () => {
          runs.push("bad");
          throw new Error("a mishap");
        },
      },
      { name: "rare", everyMs: 60_000, run: async () => void runs.push("rare") },
    ],
    stopping.signal,
  );
  await until("several rounds", () => count("good") >= 3 && count("bad") >= 3);
  stopping.abort();
  await schedule;
  expect(count("rare")).toBe(1);
});
