import { tracingChannel } from "node:diagnostics_channel";
import type { EventEmitter } from "node:events";
import { currentTraceparent, type Span, startSpan } from "./tracing";

/*
 * Spans of the stores' commands. The drivers publish them by themselves once somebody listens, so nothing is patched and
 * nobody who does not listen pays. A command outside every span (the relay's polls) has none. No values and no statement
 * texts: those hold what people wrote.
 */

type Described = { name: string; system: string };

const channels: { channel: string; describe(message: object): Described }[] = [
  { channel: "mysql2:query", describe: (message) => describeStatement((message as { query?: string }).query) },
  { channel: "mysql2:execute", describe: (message) => describeStatement((message as { query?: string }).query) },
  {
    channel: "ioredis:command",
    describe: (message) => ({ name: (message as { command: string }).command.toUpperCase(), system: "redis" }),
  },
];

/** Starts to listen to MySQL's and Redis' drivers; answers what ends it. */
export function traceStores(): () => void {
  const stops = channels.map(({ channel: name, describe }) => {
    const spans = new WeakMap<object, Span>();
    const end = (message: object) => {
      spans.get(message)?.end();
      spans.delete(message);
    };
    const subscribers = {
      start: (message: object) => {
        const span = startStoreSpan(() => describe(message));
        if (span) spans.set(message, span);
      },
      end: () => {},
      asyncStart: end,
      asyncEnd: end,
      error: (message: object) => {
        spans.get(message)?.fail((message as { error?: unknown }).error);
        end(message);
      },
    };
    const channel = tracingChannel<object>(name);
    channel.subscribe(subscribers);
    return () => channel.unsubscribe(subscribers);
  });
  return () => stops.forEach((stop) => void stop());
}

/** Listens to a MongoDB client that was opened with `monitorCommands`. */
export function traceMongo(client: EventEmitter): void {
  const spans = new Map<number, Span>();
  const end = ({ requestId, failure }: { requestId: number; failure?: unknown }) => {
    const span = spans.get(requestId);
    if (failure) span?.fail(failure);
    span?.end();
    spans.delete(requestId);
  };
  client.on("commandStarted", ({ requestId, commandName, command }) => {
    const target = typeof command[commandName] === "string" ? ` ${command[commandName]}` : "";
    const span = startStoreSpan(() => ({ name: `${commandName}${target}`, system: "mongodb" }));
    if (span) spans.set(requestId, span);
  });
  client.on("commandSucceeded", end);
  client.on("commandFailed", end);
}

function startStoreSpan(describe: () => Described): Span | null {
  if (currentTraceparent() === null) return null;
  const { name, system } = describe();
  return startSpan(name, { kind: "client", attributes: { "db.system.name": system } });
}

const VERB = /^\s*(\w+)/;
const TABLE = /\b(?:FROM|INTO|UPDATE)\s+`?(\w+)/i;

function describeStatement(statement = ""): Described {
  const verb = VERB.exec(statement)?.[1]?.toUpperCase() ?? "query";
  const table = TABLE.exec(statement)?.[1];
  return { name: table ? `${verb} ${table}` : verb, system: "mysql" };
}
