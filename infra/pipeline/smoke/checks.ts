import { ask, type Check, expectThat } from "./check";
import { openSocket } from "./open-socket";

/** As a browser would ask, from outside, without an account: nothing here changes anything. */
export const checks: readonly Check[] = [
  {
    name: "the process lives and has what it needs",
    run: async (portal) => {
      expectThat((await ask(portal, "/healthz")).status === 200, "/healthz does not answer 200");
      const ready = await ask(portal, "/readyz");
      expectThat(ready.status === 200, `/readyz: ${ready.status} ${await ready.text()}`);
    },
  },
  {
    name: "the sign-in page comes with its headers",
    run: async (portal) => {
      const page = await ask(portal, "/sign-in");
      expectThat(page.status === 200, `answers ${page.status}`);
      expectThat((await page.text()).includes("<html"), "is no page");
      const expected = { "x-content-type-options": "nosniff", "x-frame-options": "DENY" };
      for (const [name, value] of Object.entries(expected)) {
        expectThat(page.headers.get(name) === value, `${name} is ${page.headers.get(name)}`);
      }
      const policy = page.headers.get("content-security-policy") ?? "";
      expectThat(/'nonce-\w+'/.test(policy), "there is no content security policy with a nonce");
      const isEncrypted = portal.protocol === "https:";
      expectThat(!isEncrypted || page.headers.has("strict-transport-security"), "TLS is not demanded for later");
    },
  },
  {
    name: "the page's files come, to be kept",
    run: async (portal) => {
      const page = await (await ask(portal, "/sign-in")).text();
      const [file] = page.match(/\/_next\/static\/[\w./~-]+\.js/) ?? [];
      if (!file) throw new Error("the page names no file");
      const answer = await ask(portal, file);
      expectThat(answer.status === 200, `${file}: ${answer.status}`);
      expectThat(/immutable/.test(answer.headers.get("cache-control") ?? ""), `${file} is not to be kept`);
    },
  },
  {
    name: "whoever is not signed in is shown the way",
    run: async (portal) => {
      const { status, headers } = await ask(portal, "/approvals");
      const location = headers.get("location") ?? "";
      expectThat(status >= 300 && status < 400, `answers ${status}`);
      expectThat(location.includes("/sign-in"), `leads to ${location}`);
    },
  },
  {
    name: "the API refuses strangers and foreign pages",
    run: async (portal) => {
      const stranger = await ask(portal, "/api/trpc/approvals.counts");
      expectThat(stranger.status === 401, `a stranger gets ${stranger.status}`);
      const headers = { origin: "https://elsewhere.example", "content-type": "application/json" };
      const foreign = await ask(portal, "/api/trpc/identity.signIn", { method: "POST", headers, body: "{}" });
      expectThat(foreign.status === 403, `a foreign page gets ${foreign.status}`);
    },
  },
  {
    name: "what is internal stays inside",
    run: async (portal) => {
      const headers = { "x-forwarded-for": "203.0.113.7" };
      const metrics = await ask(portal, "/metrics", { headers });
      expectThat(metrics.status === 404, `/metrics answers ${metrics.status}`);
    },
  },
  {
    name: "sockets open",
    run: async (portal) => {
      const policy = (await ask(portal, "/sign-in")).headers.get("content-security-policy") ?? "";
      const [address] = policy.match(/wss?:\/\/[\w.:-]+/) ?? [];
      if (!address) throw new Error("the page allows no socket");
      await openSocket(new URL(address));
    },
  },
];
