import type { EmployeeId } from "@erp/contracts/ids";
import type { Signal } from "@erp/contracts/realtime";
import type { IdentityProvider } from "@erp/identity/provider";
import type { Log } from "@erp/telemetry/log";
import type { Redis } from "ioredis";
import type { Connection } from "mongoose";
import type { DataSource } from "typeorm";
import type { Actor } from "./actor";
import type { Clock } from "./clock";
import type { Settings } from "./settings";

/** The servers a program has opened; the same for every request and every message. */
export type Stores = { mysql: DataSource; mongo: Connection; redis: Redis };

/**
 * Tells people's browsers that something changed. Best effort by nature: a signal that is lost costs a reload, so
 * implementations never throw. Programs without a socket server use `noSignals`.
 */
export type Signals = { send(to: readonly EmployeeId[], signal: Signal): Promise<void> };

/** What every use case is given: who acts, when, and on which servers. */
export type Ctx = Stores & {
  actor: Actor;
  clock: Clock;
  identity: IdentityProvider;
  signals: Signals;
  settings: Settings;
  log: Log;
  /** W3C trace context of the request or message, carried on by the events it causes. */
  traceparent: string | null;
};

export const noSignals: Signals = { send: async () => {} };
