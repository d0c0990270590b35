import { silentLog } from "@erp/telemetry/log";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchConsumer } from "./kafka-watchdog";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(isReachable: () => boolean) {
  const onDead = vi.fn();
  const options = { group: "test", isKafkaReachable: async () => isReachable(), onDead, log: silentLog };
  return { onDead, watchdog: watchConsumer(options) };
}

it("reports a consumer that is silent for a minute although Kafka answers", async () => {
  const { onDead, watchdog } = watch(() => true);
  await vi.advanceTimersByTimeAsync(50_000);
  watchdog.signOfLife();
  await vi.advanceTimersByTimeAsync(55_000);
  expect(onDead).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onDead).toHaveBeenCalledWith(expect.stringContaining("test"));
});

it("excuses silence while Kafka is away, and gives a minute after its return", async () => {
  let isReachable = false;
  const { onDead, watchdog } = watch(() => isReachable);
  await vi.advanceTimersByTimeAsync(600_000);
  isReachable = true;
  await vi.advanceTimersByTimeAsync(55_000);
  expect(onDead).not.toHaveBeenCalled();
  watchdog.signOfLife();
  watchdog.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(onDead).not.toHaveBeenCalled();
});
