import type { TracingOptions } from "./open-telemetry";
import { traceStores } from "./trace-stores";
import { setTracing } from "./tracing";

/**
 * Sends the program's spans to a collector from now on; without one it does nothing, and nothing is loaded. Call it before
 * the stores are opened. Answers what ends it: the spans that are left are sent then.
 */
export async function startTracing(
  options: Omit<TracingOptions, "endpoint"> & { endpoint: string | undefined },
): Promise<() => Promise<void>> {
  const { endpoint } = options;
  if (!endpoint) return async () => {};
  const { openTracing } = await import("./open-telemetry");
  const tracing = await openTracing({ ...options, endpoint });
  setTracing(tracing);
  const stopTracingStores = traceStores();
  return async () => {
    stopTracingStores();
    setTracing(null);
    // A collector that is away must not keep a program from ending well.
    await tracing.close().catch(() => {});
  };
}
