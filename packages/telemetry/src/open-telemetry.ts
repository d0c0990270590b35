import { AsyncLocalStorage } from "node:async_hooks";
import type { Context, Span as OtelSpan, Tracer } from "@opentelemetry/api";
import type { Span, SpanKind, SpanOptions, Tracing } from "./tracing";

export type TracingOptions = {
  /** What the spans say they come from: `web` or `workers`. */
  program: string;
  /** The collector's base address, to which `/v1/traces` is added. */
  endpoint: string;
  /** Of all traces that begin here, 0 to 1; one that began elsewhere is kept or dropped as its parent was. */
  sampledShare: number;
};

/**
 * Loads OpenTelemetry's SDK, here and nowhere else. Imports of values would be hoisted to the top of the bundled program
 * and loaded by everybody, so they are made when asked for.
 */
export async function openTracing({ program, endpoint, sampledShare }: TracingOptions): Promise<Tracing> {
  const api = await import("@opentelemetry/api");
  const { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } = await import(
    "@opentelemetry/sdk-trace"
  );
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const { resourceFromAttributes } = await import("@opentelemetry/resources");
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": program, "service.namespace": "erp" }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampledShare) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  return createTracing(api, provider.getTracer("erp"), () => provider.shutdown());
}

type Api = typeof import("@opentelemetry/api");

/** Keeps the context by itself instead of registering one globally: nobody else's spans can get between ours. */
function createTracing(api: Api, tracer: Tracer, close: () => Promise<void>): Tracing {
  const { ROOT_CONTEXT, SpanKind: kinds, SpanStatusCode, trace } = api;
  const kindOf: Record<SpanKind, number> = {
    server: kinds.SERVER,
    internal: kinds.INTERNAL,
    producer: kinds.PRODUCER,
    consumer: kinds.CONSUMER,
    client: kinds.CLIENT,
  };
  const contexts = new AsyncLocalStorage<Context>();
  const spans = new WeakMap<Span, OtelSpan>();

  const contextOf = ({ parent }: SpanOptions): Context => {
    const remote = parent ? parseTraceparent(parent) : null;
    return remote ? trace.setSpanContext(ROOT_CONTEXT, remote) : (contexts.getStore() ?? ROOT_CONTEXT);
  };

  const wrap = (otelSpan: OtelSpan): Span => {
    const span: Span = {
      traceparent: formatTraceparent(otelSpan),
      describe: (attributes) => void otelSpan.setAttributes(attributes),
      fail: (error) => {
        const message = error instanceof Error ? error.name : String(error);
        otelSpan.setStatus({ code: SpanStatusCode.ERROR, message });
      },
      end: () => otelSpan.end(),
    };
    spans.set(span, otelSpan);
    return span;
  };

  return {
    startSpan: (name, options) => {
      const { kind, startedAt, attributes = {} } = options;
      const started = { kind: kindOf[kind], attributes, ...(startedAt && { startTime: startedAt }) };
      return wrap(tracer.startSpan(name, started, contextOf(options)));
    },
    around: (span, work) => {
      const otelSpan = spans.get(span);
      return otelSpan ? contexts.run(trace.setSpan(contexts.getStore() ?? ROOT_CONTEXT, otelSpan), work) : work();
    },
    current: () => {
      const around = trace.getSpan(contexts.getStore() ?? ROOT_CONTEXT);
      return around ? formatTraceparent(around) : null;
    },
    close,
  };
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function parseTraceparent(text: string) {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text) ?? [];
  if (!traceId || !spanId || !flags) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

function formatTraceparent(span: OtelSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}
