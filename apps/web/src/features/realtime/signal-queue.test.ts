import type { DocumentId } from "@erp/contracts/ids";
import type { Signal } from "@erp/contracts/realtime";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSignalQueue, GATHER_MS } from "./signal-queue";

const one = "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId;
const other = "01JDCA5N8QG7X2M4R6T9VWYZ0C" as DocumentId;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("hands on signals that come together once a subject, the newest version of each", () => {
  const handled: Signal[][] = [];
  const queue = createSignalQueue((signals) => handled.push(signals));
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
  const queue = createSignalQueue(handle);
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
