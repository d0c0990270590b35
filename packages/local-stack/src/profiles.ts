/** A profile is one complete set of servers with its own ports and data, so that demo, tests and bench run side by side. */
import { join } from "node:path";
import { localRoot } from "./paths";

export const profileNames = ["demo", "test", "bench"] as const;
export type ProfileName = (typeof profileNames)[number];

/** ERP_PORT_OFFSET moves all ports and, with them, the data: a second set of servers on the same machine. */
const portOffset = Number(process.env.ERP_PORT_OFFSET ?? 0);

export interface Profile {
  name: ProfileName;
  /** The demo keeps what people type; tests and measurements may lose their data in a power cut. */
  durable: boolean;
  dir: string;
  dataDir: string;
  runDir: string;
  logDir: string;
  ports: Ports;
}

export interface Ports {
  web: number;
  workersHealth: number;
  mysql: number;
  redis: number;
  kafka: number;
  kafkaController: number;
  postgres: number;
  mongo: number;
  soketi: number;
  soketiMetrics: number;
  cognito: number;
  mail: number;
}

export function isProfileName(name: string | undefined): name is ProfileName {
  return profileNames.some((known) => known === name);
}

export function findProfile(name: ProfileName): Profile {
  const dir = join(localRoot, portOffset === 0 ? name : `${name}-${portOffset}`);
  return {
    name,
    durable: name === "demo",
    dir,
    dataDir: join(dir, "data"),
    runDir: join(dir, "run"),
    logDir: join(dir, "logs"),
    ports: choosePorts(name),
  };
}

/** All ports stay below 32768, where Linux begins to hand out ports for outgoing connections. */
function choosePorts(name: ProfileName): Ports {
  const base = { demo: 21_000, test: 22_000, bench: 23_000 }[name] + portOffset;
  return {
    web: name === "demo" ? 3000 + portOffset : base + 300,
    workersHealth: base + 80,
    mysql: base + 306,
    redis: base + 379,
    kafka: base + 92,
    kafkaController: base + 93,
    postgres: base + 432,
    mongo: base + 17,
    soketi: base + 1,
    soketiMetrics: base + 2,
    cognito: base + 229,
    mail: base + 25,
  };
}
