import { dependencyUp, registry } from "@erp/telemetry/metrics";
import type { Surroundings } from "./surroundings";

const DEPENDENCIES = ["mysql", "mongo", "redis"];

export type Readiness = { isClosing: boolean };

/** Alive: the process answers. Says nothing about its dependencies, or all pods would restart when MySQL does. */
export function answerHealthz(): Response {
  return Response.json({ status: "alive" });
}

/**
 * Serving: what a balancer asks for as long as the process runs. Says nothing about the stores either: with one away no
 * process would get requests, and people would see the balancer's error instead of what still works.
 */
export function answerServingz({ isClosing }: Readiness): Response {
  return Response.json({ status: isClosing ? "closing" : "serving" }, { status: isClosing ? 503 : 200 });
}

/** Ready: everything a request needs answers, and the process is not about to end. Whoever starts one waits for it. */
export async function answerReadyz({ api }: Surroundings, { isClosing }: Readiness): Promise<Response> {
  if (isClosing) return Response.json({ status: "closing", missing: [] }, { status: 503 });
  const missing = await api.missingDependencies();
  for (const dependency of DEPENDENCIES) dependencyUp.set({ dependency }, missing.includes(dependency) ? 0 : 1);
  const isReady = missing.length === 0;
  return Response.json({ status: isReady ? "ready" : "not-ready", missing }, { status: isReady ? 200 : 503 });
}

export async function answerMetrics(): Promise<Response> {
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}
