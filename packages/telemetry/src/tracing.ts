/**
 * Spans, for those who have something to tell about one request or message. Nothing of OpenTelemetry is loaded, and a
 * span costs a comparison, until `startTracing` was given somewhere to send them (ADR 0018).
 */
export type SpanAttributes = Record<string, string | number | boolean>;
export type SpanKind = "server" | "internal" | "producer" | "consumer" | "client";

export type SpanOptions = {
  kind: SpanKind;
  /** W3C trace context of what caused it. Without one, the span around it is its parent. */
  parent?: string | null | undefined;
  /** Where it began before anybody could say so, such as an event that waited. */
  startedAt?: Date;
  attributes?: SpanAttributes;
};

export type Span = {
  /** W3C trace context that makes others its children, in other processes too. */
  readonly traceparent: string;
  describe(attributes: SpanAttributes): void;
  fail(error: unknown): void;
  end(): void;
};

/** Implemented in `open-telemetry.ts`. */
export type Tracing = {
  startSpan(name: string, options: SpanOptions): Span;
  /** Makes the span the one around everything that the work does and waits for. */
  around<Result>(span: Span, work: () => Result): Result;
  /** The trace context of the span around the caller. */
  current(): string | null;
  /** Sends what is left. */
  close(): Promise<void>;
};

let tracing: Tracing | null = null;

export function setTracing(implementation: Tracing | null): void {
  tracing = implementation;
}

export function isTracing(): boolean {
  return tracing !== null;
}

/** The trace context of the span around the caller; null when there is none. */
export function currentTraceparent(): string | null {
  return tracing?.current() ?? null;
}

/** A span that the caller ends; null while nobody traces. */
export function startSpan(name: string, options: SpanOptions): Span | null {
  return tracing?.startSpan(name, options) ?? null;
}

/** Does the work as a span, which ends and fails with it; while nobody traces it only does the work. */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: (span: Span | null) => Promise<Result>,
): Promise<Result> {
  return tracing ? runInSpan(tracing, name, options, work) : work(null);
}

async function runInSpan<Result>(
  { startSpan, around }: Tracing,
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const span = startSpan(name, options);
  try {
    return await around(span, () => work(span));
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}
