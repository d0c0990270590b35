import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Environment } from "@erp/local-stack/environment";
import { repoRoot } from "@erp/local-stack/paths";
import { prepareStores, readEnvironment } from "@erp/local-stack/portal";
import { createIsolatedStores } from "@erp/local-stack/testing";
import { answersHttp, waitUntil } from "@erp/local-stack/wait";
import { type Balancer, openBalancer } from "./balancer";

export type Program = {
  /** Web's own port, or the workers' health port. */
  port: number;
  /** Asks it to stop and resolves with the code it ended with. */
  stop(): Promise<number | null>;
};

export type Fleet = {
  balancer: Balancer;
  password: string;
  /** Starts one more process, resolves when it is ready; web's takes requests of the balancer then. */
  start(program: "web" | "workers"): Promise<Program>;
  close(): Promise<void>;
};

const READY_WITHIN_MS = 60_000;

/** The built programs as several processes behind a balancer, on stores, topics and a demo company of their own. */
export async function openFleet(settings: Record<string, string> = {}): Promise<Fleet> {
  const stores = await createIsolatedStores();
  const balancer = await openBalancer();
  const environment: Environment & Record<string, string> = {
    ...(await readEnvironment("test")),
    MYSQL_URL: stores.mysqlUrl,
    MYSQL_ADMIN_URL: stores.mysqlAdminUrl,
    MONGO_URL: stores.mongoUrl,
    REDIS_URL: stores.redisUrl,
    KAFKA_NAMESPACE: `fleet-${process.pid}-${Date.now()}.`,
    PUBLIC_URL: balancer.url,
    ...settings,
  };
  const { password } = await prepareStores(environment);
  const running = new Set<Program>();
  const start: Fleet["start"] = async (name) => {
    const program = await startProgram(name, environment);
    running.add(program);
    if (name === "web") {
      balancer.add(program.port);
      await waitUntil(() => balancer.isReady(program.port));
    }
    const stop = () => {
      running.delete(program);
      return program.stop();
    };
    return { port: program.port, stop };
  };
  const close = async () => {
    await Promise.all([...running].map((program) => program.stop()));
    await balancer.close();
    await stores.remove();
  };
  return { balancer, password, start, close };
}

const entries = { web: "dist/server.js", workers: "dist/main.js" } as const;
const logFolder = join(repoRoot, ".local/fleet");

async function startProgram(name: keyof typeof entries, environment: Record<string, string>): Promise<Program> {
  const port = await freePort();
  mkdirSync(logFolder, { recursive: true });
  const log = openSync(join(logFolder, `${name}-${port}.log`), "w");
  const child = spawn(process.execPath, ["--enable-source-maps", entries[name]], {
    cwd: join(repoRoot, "apps", name),
    env: {
      ...environment,
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      WORKERS: "all",
      [name === "web" ? "WEB_PORT" : "WORKERS_HEALTH_PORT"]: String(port),
    },
    stdio: ["ignore", log, log],
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const address = `http://127.0.0.1:${port}/readyz`;
  await waitUntil(async () => hasEnded() || (await answersHttp(address)), { timeoutMs: READY_WITHIN_MS });
  if (hasEnded()) throw new Error(`${name} ended at its start, see ${logFolder}/${name}-${port}.log`);
  return { port, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}
