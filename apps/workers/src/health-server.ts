import { createServer, type Server, type ServerResponse } from "node:http";
import { dependencyUp, registry } from "@erp/telemetry/metrics";

export type HealthChecks = {
  /** The names of the dependencies that do not answer; empty when all is well. */
  missingDependencies(): Promise<string[]>;
  dependencies: readonly string[];
};

export type HealthServer = { port: number; close(): Promise<void> };

/** `/healthz`: the process lives. `/readyz`: what it needs is there, or the names of what is not. `/metrics`: Prometheus. */
export async function openHealthServer(port: number, checks: HealthChecks): Promise<HealthServer> {
  const server = createServer(async ({ url }, response) => {
    if (url === "/healthz") return answer(response, 200, { status: "ok" });
    if (url === "/readyz") return answerReady(response, checks);
    if (url === "/metrics") return answerText(response, 200, registry.contentType, await registry.metrics());
    return answer(response, 404, { status: "not found" });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, resolve));
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : port, close: () => closeServer(server) };
}

async function answerReady(
  response: ServerResponse,
  { missingDependencies, dependencies }: HealthChecks,
): Promise<void> {
  const missing = await missingDependencies();
  for (const dependency of dependencies) dependencyUp.set({ dependency }, missing.includes(dependency) ? 0 : 1);
  answer(response, missing.length === 0 ? 200 : 503, { status: missing.length === 0 ? "ok" : "waiting", missing });
}

function answer(response: ServerResponse, status: number, body: object): void {
  answerText(response, status, "application/json", `${JSON.stringify(body)}\n`);
}

function answerText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "content-type": type }).end(text);
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
