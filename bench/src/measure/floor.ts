import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { applyLoad, type HttpRequest } from "./load";
import { cpuOfTree, readProcesses } from "./process-tree";
import { type Spread, spread } from "./statistics";

/** What a call costs that does nothing, on this machine and with this load generator. */
export type Floor = { connections: number; answerBytes: number; requestsPerSecond: Spread; cpuPerRequest: number };

type FloorOptions = { answer: string; connections: number; seconds: number; rounds: number };

/** Answers the given JSON from bare node:http in a process of its own, under the same load as everything else. */
export async function measureFloor({ answer, connections, seconds, rounds }: FloorOptions): Promise<Floor> {
  const server = fork(fileURLToPath(new URL("./floor-server.ts", import.meta.url)));
  try {
    const origin = `http://127.0.0.1:${await portOf(server, answer)}`;
    const load = { origin, connections, nextRequest: (): HttpRequest => ({ method: "GET", path: "/", headers: {} }) };
    await applyLoad({ ...load, seconds: seconds / 2 });
    const cpuBefore = cpuOf(server);
    const rates: number[] = [];
    let answered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const result = await applyLoad({ ...load, seconds });
      rates.push(result.requestsPerSecond);
      answered += result.answered;
    }
    const cpuPerRequest = (cpuOf(server) - cpuBefore) / answered;
    return { connections, answerBytes: Buffer.byteLength(answer), requestsPerSecond: spread(rates), cpuPerRequest };
  } finally {
    server.disconnect();
  }
}

async function portOf(server: ChildProcess, answer: string): Promise<number> {
  server.send(answer);
  const [port] = await once(server, "message");
  return port;
}

function cpuOf({ pid = -1 }: ChildProcess): number {
  return cpuOfTree(pid, readProcesses());
}
