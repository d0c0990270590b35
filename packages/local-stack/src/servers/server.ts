import type { Command } from "../processes";
import type { Profile } from "../profiles";

/** In the order in which they start. FerretDB ("mongo") needs its PostgreSQL. */
export const serverNames = ["mysql", "redis", "kafka", "postgres", "mongo", "soketi", "mail", "cognito"] as const;
export type ServerName = (typeof serverNames)[number];

export interface Server {
  name: ServerName;
  title: string;
  /** Ports that must be free before it starts; the first is the one that clients use. */
  ports(profile: Profile): number[];
  /** Makes the data folder the first time. */
  prepare?(profile: Profile): Promise<void>;
  command(profile: Profile): Command;
  isReady(profile: Profile): Promise<boolean>;
  stopSignal?: NodeJS.Signals;
  needs?: ServerName;
}

export function isServerName(name: string | undefined): name is ServerName {
  return serverNames.some((known) => known === name);
}
