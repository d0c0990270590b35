import type { EmployeeId } from "@erp/contracts/ids";
import { newId } from "@erp/domain/new-id";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changeEmployee, createEffectTables, effectConsumer, numbersByAggregate, readTraces } from "./testing/effects";
import { until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { startWorkerProcess, type WorkerProcess } from "./testing/start-worker-process";
import type { WorkerProcessOptions } from "./testing/worker-process";

let pipeline: Pipeline;
let processes: WorkerProcess[] = [];

beforeEach(async () => {
  pipeline = await openPipeline();
  await createEffectTables(pipeline);
});

afterEach(async () => {
  for (const process of processes) process.kill("SIGKILL");
  processes = [];
  await pipeline.close();
});

async function startProcess(options: Omit<WorkerProcessOptions, "namespace" | "stores">): Promise<WorkerProcess> {
  const started = await startWorkerProcess({ ...options, namespace: pipeline.namespace, stores: pipeline.stores });
  processes.push(started);
  return started;
}

function newEmployees(count: number): EmployeeId[] {
  return Array.from({ length: count }, () => newId<EmployeeId>(pipeline.clock));
}

async function changeAll(employees: readonly EmployeeId[], from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    await Promise.all(employees.map((employee) => changeEmployee(pipeline.ctx, employee, number)));
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

async function expectEachOnceInOrder(employees: readonly EmployeeId[], to: number): Promise<void> {
  const effects = numbersByAggregate(await readTraces(pipeline.ctx, "effects"));
  expect(effects.size).toBe(employees.length);
  for (const employee of employees) expect(effects.get(employee)).toEqual(range(1, to));
}

describe("a program that dies", () => {
  it("E55, E57: killed between the effect and its commit, the message comes again and the effect stays one", async () => {
    const [employee] = newEmployees(1) as [EmployeeId];
    const doomed = await startProcess({ name: "doomed", consumes: true, relays: false, diesAfterEffect: 2 });
    await pipeline.start({ consumers: [] });
    await changeAll([employee], 1, 3);
    expect(await doomed.ended).toBe("SIGKILL");

    const heir = effectConsumer("heir");
    await pipeline.start({ consumers: [heir], relays: false });
    await pipeline.settle([heir]);
    const deliveries = await readTraces(pipeline.ctx, "deliveries");
    expect(deliveries.filter(({ number }) => number === 2).map(({ worker }) => worker)).toEqual(["doomed", "heir"]);
    await expectEachOnceInOrder([employee], 3);
  });

  it("E55: killed between send and mark, the relay's heir sends again and the effect stays one", async () => {
    const employees = newEmployees(5);
    await changeAll(employees, 1, 3);
    const consumer = effectConsumer("worker");
    await pipeline.start({ consumers: [consumer], relays: false });
    const doomed = await startProcess({ name: "doomed", consumes: false, relays: true, diesBeforeMark: true });
    expect(await doomed.ended).toBe("SIGKILL");

    await pipeline.start({ consumers: [] });
    await pipeline.settle([consumer]);
    expect(await readTraces(pipeline.ctx, "deliveries")).toHaveLength(2 * 15);
    await expectEachOnceInOrder(employees, 3);
  });

  it("led the relay: another one takes over within seconds", async () => {
    const employees = newEmployees(5);
    const leader = await startProcess({ name: "leader", consumes: false, relays: true });
    const consumer = effectConsumer("worker");
    const standby = await pipeline.start({ consumers: [consumer] });
    await changeAll(employees, 1, 2);
    await pipeline.settle([consumer]);
    expect(standby.isLeading()).toBe(false);

    leader.kill("SIGKILL");
    await changeAll(employees, 3, 4);
    await until("the other one leads", () => standby.isLeading(), 5000);
    await pipeline.settle([consumer]);
    await expectEachOnceInOrder(employees, 4);
  });
});

describe("a program that is asked to stop", () => {
  it("finishes its messages under load: nothing is lost and nothing comes twice", async () => {
    const employees = newEmployees(20);
    const leaving = await startProcess({ name: "leaving", consumes: true, relays: true });
    const changing = changeAll(employees, 1, 20);
    await until("it is busy", async () => (await readTraces(pipeline.ctx, "effects")).length > 40);
    leaving.kill("SIGTERM");
    expect(await leaving.ended).toBe(0);
    expect((await readTraces(pipeline.ctx, "effects")).length).toBeLessThan(400);
    await changing;

    const heir = effectConsumer("heir");
    await pipeline.start({ consumers: [heir] });
    await pipeline.settle([heir]);
    expect(await readTraces(pipeline.ctx, "deliveries")).toHaveLength(400);
    await expectEachOnceInOrder(employees, 20);
  });
});

describe("several programs", () => {
  it("E58: keep the order of each aggregate across partitions and workers, also while one joins and one leaves", async () => {
    const employees = newEmployees(24);
    const stays = effectConsumer("stays");
    await pipeline.start({ consumers: [stays] });
    const leaves = await startProcess({ name: "leaves", consumes: true, relays: false });
    await changeAll(employees, 1, 8);
    await until(
      "both work",
      async () => new Set((await readTraces(pipeline.ctx, "effects")).map(({ worker }) => worker)).size === 2,
    );
    const joins = startProcess({ name: "joins", consumes: true, relays: false });
    await changeAll(employees, 9, 16);
    leaves.kill("SIGTERM");
    await changeAll(employees, 17, 24);
    await joins;
    await changeAll(employees, 25, 32);
    await pipeline.settle([stays]);

    const workers = new Set((await readTraces(pipeline.ctx, "effects")).map(({ worker }) => worker));
    expect([...workers].sort()).toEqual(["joins", "leaves", "stays"]);
    const used = (await pipeline.kafka.progress("effects", "erp.employees.v1")).filter(({ end }) => end > 0n);
    expect(used.length).toBeGreaterThanOrEqual(3);
    await expectEachOnceInOrder(employees, 32);
  });
});
