import type { Log } from "@erp/telemetry/log";

/** A stop that takes longer than this is cut short: what was not committed comes again. */
export const STOP_WITHIN_MS = 10_000;

/** Ends the program with 0 after an orderly stop, once, however often it is asked to; with 1 when the stop fails. */
export function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const end = (code: number, details: object, message: string) => {
    log[code === 0 ? "info" : "fatal"](details, message);
    process.exit(code);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => end(1, { limitMs: STOP_WITHIN_MS }, "stopping took too long"), STOP_WITHIN_MS).unref();
    stop().then(
      () => end(0, {}, "stopped"),
      (error) => end(1, { err: error }, "stopping failed"),
    );
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
}
