import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { smokeTest } from "./run-smoke";

type Answer = { status: number; headers?: Record<string, string>; body?: string };
type Answers = Record<string, Answer>;

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close().closeAllConnections();
});

/** A portal of a few lines that answers as the real one does, but for the paths given. */
async function openPortal({
  answers = {},
  takesSockets = true,
}: {
  answers?: Answers;
  takesSockets?: boolean;
} = {}): Promise<URL> {
  const server = createServer((request, response) =>
    reply(request, response, { ...wellBehaved(portOf(server)), ...answers }),
  );
  server.on("upgrade", (_, socket) => {
    socket.end(
      takesSockets
        ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
        : "HTTP/1.1 503 Away\r\n\r\n",
    );
  });
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new URL(`http://127.0.0.1:${portOf(server)}`);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function wellBehaved(port: number): Answers {
  const headers = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "content-security-policy": `script-src 'nonce-abc'; connect-src 'self' ws://127.0.0.1:${port}`,
  };
  return {
    "/healthz": { status: 200 },
    "/readyz": { status: 200 },
    "/sign-in": { status: 200, headers, body: '<html><script src="/_next/static/a.js">' },
    "/_next/static/a.js": { status: 200, headers: { "cache-control": "immutable" } },
    "/approvals": { status: 307, headers: { location: "/sign-in" } },
    "/api/trpc/approvals.counts": { status: 401 },
    "/api/trpc/identity.signIn": { status: 403 },
    "/metrics": { status: 404 },
  };
}

function reply(request: IncomingMessage, response: ServerResponse, answers: Answers): void {
  const { status, headers = {}, body = "" } = answers[request.url ?? ""] ?? { status: 404 };
  response.writeHead(status, headers).end(body);
}

const failedChecks = async (portal: URL) =>
  (await smokeTest(portal)).filter(({ problem }) => problem !== null).map(({ name }) => name);

const page = (headers: Record<string, string>): Answer => ({ status: 200, headers, body: "<html>" });

const faults: [check: string, answers: Answers][] = [
  ["the process lives and has what it needs", { "/readyz": { status: 503, body: '{"missing":["mysql"]}' } }],
  ["the sign-in page comes with its headers", { "/sign-in": page({}) }],
  ["the page's files come, to be kept", { "/_next/static/a.js": { status: 404 } }],
  ["whoever is not signed in is shown the way", { "/approvals": { status: 200 } }],
  ["the API refuses strangers and foreign pages", { "/api/trpc/identity.signIn": { status: 200 } }],
  ["what is internal stays inside", { "/metrics": { status: 200 } }],
];

describe("the smoke test", () => {
  it("finds nothing at a portal that is well", async () => {
    expect(await failedChecks(await openPortal())).toEqual([]);
  });

  it.each(faults)("notices when not: %s", async (name, answers) => {
    expect(await failedChecks(await openPortal({ answers }))).toContain(name);
  });

  it("notices when sockets do not open", async () => {
    expect(await failedChecks(await openPortal({ takesSockets: false }))).toEqual(["sockets open"]);
  });

  it("notices when nobody is there", async () => {
    const failed = await failedChecks(new URL("http://127.0.0.1:9"));
    expect(failed).toHaveLength(7);
  });
});
