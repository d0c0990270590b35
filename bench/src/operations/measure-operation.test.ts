import { describe, expect, it } from "vitest";
import type { CpuUse } from "../measure/usage";
import { summarize } from "./measure-operation";

const cpu = (web: number): CpuUse => ({ web, workers: 0, stores: 0, transport: 0, identity: 0, generator: 0 });

const round = {
  answered: 100,
  requestsPerSecond: 50,
  latency: { p50: 10, p95: 15, p99: 20 },
  refused: {},
  cpu: cpu(100),
  missingEffects: null,
  catchUpSeconds: null,
};

describe("the rounds of an operation", () => {
  it("give the median and the range", () => {
    const rounds = [round, { ...round, requestsPerSecond: 70 }, { ...round, requestsPerSecond: 40 }];
    expect(summarize(rounds).requestsPerSecond).toEqual({ median: 50, lowest: 40, highest: 70 });
  });

  it("share their CPU among all answers, so that a slow round does not count twice", () => {
    expect(summarize([round, { ...round, answered: 300, cpu: cpu(700) }]).cpuPerRequest.web).toBe(2);
  });

  it("add up refusals and lost effects", () => {
    const bad = { ...round, refused: { "503": 1 }, missingEffects: 2 };
    expect(summarize([bad, { ...bad, refused: { "503": 2, "429": 1 } }])).toMatchObject({
      refused: { "503": 3, "429": 1 },
      missingEffects: 4,
    });
  });

  it("look for no effects where there are none", () => {
    expect(summarize([round])).toMatchObject({ missingEffects: null, catchUpSeconds: null });
  });
});
