import { createRequire } from "node:module";
import { describe, expect, it, vi } from "vitest";
import { quietIdleTimer, type RequestQueueClass } from "./kafkajs-idle-timer";

const require = createRequire(import.meta.url);
// A copy of our own: another test of this thread may have patched the one that kafkajs uses.
delete require.cache[require.resolve("kafkajs/src/network/requestQueue")];
const RequestQueue = require("kafkajs/src/network/requestQueue") as RequestQueueClass &
  (new (
    options: object,
  ) => Queue);
type Queue = {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  destroy(): void;
};

const logger = { debug: () => {} };
const newQueue = () =>
  new RequestQueue({ maxInFlightRequests: null, requestTimeout: 1000, logger, clientId: "test", broker: "none" });

describe("the idle timer of kafkajs", () => {
  it("is what the patch was written for: unpatched, an idle queue arms its timer for ever", () => {
    const source = require("kafkajs/package.json") as { version: string };
    expect(source.version).toBe("2.2.4");
    const queue = newQueue();
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).not.toBeNull();
    queue.destroy();
  });

  it("does not run while nothing waits, and runs when something does", () => {
    quietIdleTimer(RequestQueue);
    quietIdleTimer(RequestQueue);
    const queue = newQueue();
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();

    queue.throttledUntil = Date.now() + 1000;
    queue.pending.push({});
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).not.toBeNull();
    queue.destroy();
  });

  it("sends what a throttled broker made wait", () => {
    vi.useFakeTimers();
    quietIdleTimer(RequestQueue);
    const queue = newQueue();
    const send = vi.fn();
    queue.throttledUntil = Date.now() + 50;
    queue.pending.push({ send, expectResponse: true });
    queue.checkPendingRequests();
    expect(send).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60);
    expect(send).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it("refuses a kafkajs without the method it replaces", () => {
    expect(() => quietIdleTimer({ prototype: {} } as RequestQueueClass)).toThrow("kafkajs changed");
  });
});
