import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { startTracing } from "./start-tracing";
import { openSpanReceiver, type ReceivedSpan, type SpanReceiver } from "./testing/span-receiver";
import { currentTraceparent, inSpan, isTracing, startSpan } from "./tracing";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const remote = (flags: string) => `00-${traceId}-b7ad6b7169203331-${flags}`;

let receiver: SpanReceiver | null = null;
let stop = async () => {};

afterEach(async () => {
  await stop();
  stop = async () => {};
  await receiver?.close();
  receiver = null;
});

/** Traces while the work runs; answers what the collector was sent. */
async function spansOf(work: () => Promise<unknown>, sampledShare = 1): Promise<ReceivedSpan[]> {
  receiver = await openSpanReceiver();
  const endpoint = receiver.settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  stop = await startTracing({ program: "test", endpoint, sampledShare });
  await work();
  await stop();
  return receiver.spans;
}

const named = (spans: readonly ReceivedSpan[], name: string) => spans.find((span) => span.name === name);

describe("without a collector", () => {
  it("work is done, and there is no span", async () => {
    stop = await startTracing({ program: "test", endpoint: undefined, sampledShare: 1 });
    expect(isTracing()).toBe(false);
    expect(await inSpan("work", { kind: "internal" }, async (span) => span ?? "none")).toBe("none");
    expect(startSpan("work", { kind: "internal" })).toBeNull();
    expect(currentTraceparent()).toBeNull();
  });

  it.each([
    ["no collector", "undefined", false],
    ["a collector", '"http://127.0.0.1:9"', true],
  ])("OpenTelemetry is loaded with %s: %s", { timeout: 20_000 }, async (_, endpoint, isLoaded) => {
    const program = `
      import { createRequire } from "node:module";
      import { startTracing } from ${JSON.stringify(fileURLToPath(new URL("./start-tracing.ts", import.meta.url)))};
      await startTracing({ program: "test", endpoint: ${endpoint}, sampledShare: 1 });
      const files = Object.keys(createRequire(import.meta.url).cache);
      console.log(files.some((file) => file.includes("@opentelemetry")));
      process.exit(0);`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
    expect(stdout.trim()).toBe(String(isLoaded));
  });
});

describe("with a collector", () => {
  it("a span inside another is its child, also behind a wait", async () => {
    const spans = await spansOf(() =>
      inSpan("outer", { kind: "server" }, async () => {
        await Promise.all(["left", "right"].map((name) => inSpan(name, { kind: "internal" }, async () => {})));
      }),
    );
    const outer = named(spans, "outer");
    expect(outer).toMatchObject({ parentId: "", program: "test" });
    for (const name of ["left", "right"])
      expect(named(spans, name)).toMatchObject({ parentId: outer?.spanId, traceId: outer?.traceId });
  });

  it("goes on with the trace of a caller elsewhere, and begins one where that cannot be read", async () => {
    const spans = await spansOf(async () => {
      await inSpan("known", { kind: "server", parent: remote("01") }, async () => {});
      await inSpan("garbled", { kind: "server", parent: "00-zz" }, async () => {});
    });
    expect(named(spans, "known")).toMatchObject({ traceId, parentId: "b7ad6b7169203331" });
    expect(named(spans, "garbled")).toMatchObject({ parentId: "" });
  });

  it("tells which work failed, and lets the failure through", async () => {
    const failing = inSpan.bind(null, "work", { kind: "internal" }, () => Promise.reject(new TypeError("no")));
    const spans = await spansOf(() => expect(failing()).rejects.toThrow("no"));
    expect(named(spans, "work")?.failed).toBe(true);
  });

  it("sends the share that was asked for, and follows the caller's choice in both directions", async () => {
    const spans = await spansOf(async () => {
      await inSpan("own", { kind: "server" }, async () => {});
      await inSpan("chosen elsewhere", { kind: "server", parent: remote("01") }, async () => {});
      await inSpan("dropped elsewhere", { kind: "server", parent: remote("00") }, async () => {});
    }, 0);
    expect(spans.map(({ name }) => name)).toEqual(["chosen elsewhere"]);
  });

  it("gives away a trace context that makes others its children", async () => {
    let given: string | null = null;
    const spans = await spansOf(() =>
      inSpan("cause", { kind: "server" }, async (span) => {
        given = currentTraceparent();
        expect(given).toBe(span?.traceparent);
      }),
    );
    const cause = named(spans, "cause");
    expect(given).toBe(`00-${cause?.traceId}-${cause?.spanId}-01`);
  });
});
