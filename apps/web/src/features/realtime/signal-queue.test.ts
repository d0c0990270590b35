import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { Signal } from "@erp/contracts/realtime";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSignalQueue, GATHER_MS, GATHER_TEAM_MS } from "./signal-queue";

const one = "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId;
const me = "01JDCA5N8QG7X2M4R6T9VWYZ0D" as EmployeeId;
const colleague = "01JDCA5N8QG7X2M4R6T9VWYZ0E" as EmployeeId;
const other = "01JDCA5N8QG7X2M4R6T9VWYZ0C" as DocumentId;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("hands on signals that come together once a subject, the newest version of each", () => {
  const handled: Signal[][] = [];
  const queue = createSignalQueue(me, (signals) => handled.push(signals));
  queue.add({ about: "approvals", documentId: one, version: 2 });
  queue.add({ about: "approvals", documentId: one, version: 3 });
  queue.add({ about: "approvals", documentId: other, version: 1 });
  queue.add({ about: "notifications" });
  vi.advanceTimersByTime(GATHER_MS);
  expect(handled).toEqual([
    [
      { about: "approvals", documentId: one, version: 3 },
      { about: "approvals", documentId: other, version: 1 },
      { about: "notifications" },
    ],
  ]);
});

it("hands on later signals again, and none after closing", () => {
  const handle = vi.fn();
  const queue = createSignalQueue(me, handle);
  queue.add({ about: "notifications" });
  vi.advanceTimersByTime(GATHER_MS);
  queue.add({ about: "notifications" });
  vi.advanceTimersByTime(GATHER_MS);
  expect(handle).toHaveBeenCalledTimes(2);
  queue.add({ about: "notifications" });
  queue.close();
  vi.advanceTimersByTime(GATHER_MS);
  expect(handle).toHaveBeenCalledTimes(2);
});

it("reads one's own day at once, and the team's once in a while however many arrive", () => {
  const handle = vi.fn();
  const queue = createSignalQueue(me, handle);
  for (let time = 0; time < 100; time += 1) queue.add({ about: "attendance", employeeId: colleague });
  queue.add({ about: "attendance", employeeId: me });
  vi.advanceTimersByTime(GATHER_MS);
  expect(handle).toHaveBeenCalledExactlyOnceWith([{ about: "attendance", employeeId: me }]);
  vi.advanceTimersByTime(GATHER_TEAM_MS);
  expect(handle).toHaveBeenCalledTimes(2);
  expect(handle).toHaveBeenLastCalledWith([{ about: "attendance", employeeId: colleague }]);
});
