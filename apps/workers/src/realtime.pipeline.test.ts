import { createRequire } from "node:module";
import type { EmployeeId } from "@erp/contracts/ids";
import { documentChannel, employeeChannel, SIGNAL_EVENT } from "@erp/contracts/realtime";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { authorizeChannel } from "@erp/domain/approvals/approvals.channels.queries";
import { newId } from "@erp/domain/new-id";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { startServer, stopServer } from "@erp/local-stack/servers";
import { silentLog } from "@erp/telemetry/log";
import { signalsSent } from "@erp/telemetry/metrics";
import type PusherClient from "pusher-js";
import type { Channel } from "pusher-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { notificationsConsumer } from "./consumers/notifications";
import { readEnv, soketiEnv } from "./env";
import { openRealtime, type Realtime } from "./realtime";
import { expense, notificationsOf, submitAs } from "./testing/documents";
import { until } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { signChannel } from "./testing/sign-channel";
import { wait } from "./wait";

// The package's ESM entry is for browsers; its CommonJS entry is the one for Node.
const Browser = createRequire(import.meta.url)("pusher-js") as typeof PusherClient;

const consumers = [approvalsConsumer, notificationsConsumer];
const soketi = readEnv(soketiEnv);
const address = new URL(soketi.SOKETI_URL);

let pipeline: Pipeline;
let realtime: Realtime;
let requester: EmployeeRow;
let approver: EmployeeRow;
let stranger: EmployeeRow;
const browsers: PusherClient[] = [];

beforeAll(async () => {
  pipeline = await openPipeline();
  realtime = openRealtime(soketi, silentLog);
  await pipeline.start({ consumers, ctx: { ...pipeline.ctx, signals: realtime } });
  const people = await Promise.all([1, 2, 3].map(() => buildEmployee(pipeline.ctx)));
  [requester, approver, stranger] = people as [EmployeeRow, EmployeeRow, EmployeeRow];
});

afterAll(async () => {
  for (const browser of browsers) browser.disconnect();
  await startServer("test", "soketi");
  await pipeline.close();
  realtime.close();
});

/** A browser in which this person is signed in: it may listen to what the domain allows them. */
function openBrowser(person: EmployeeRow): PusherClient {
  const browser = new Browser(soketi.SOKETI_APP_KEY, {
    cluster: "",
    wsHost: address.hostname,
    wsPort: Number(address.port),
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      endpoint: "",
      transport: "ajax",
      customHandler: ({ socketId, channelName }, callback) => {
        authorizeChannel(actingAs(pipeline.ctx, person), channelName).then(
          (member) => callback(null, signChannel(soketi, socketId, channelName, member)),
          (error: Error) => callback(error, null),
        );
      },
    },
  });
  browsers.push(browser);
  return browser;
}

/** The channel once it is subscribed, and what is heard on it. */
async function listen(browser: PusherClient, name: string): Promise<{ channel: Channel; heard: unknown[] }> {
  const channel = browser.subscribe(name);
  const heard: unknown[] = [];
  channel.bind(SIGNAL_EVENT, (data: unknown) => heard.push(data));
  await new Promise<void>((resolve, reject) => {
    channel.bind("pusher:subscription_succeeded", () => resolve());
    channel.bind("pusher:subscription_error", reject);
  });
  return { channel, heard };
}

async function signalCount(outcome: string): Promise<number> {
  const { values } = await signalsSent.get();
  return values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
}

describe("signals", () => {
  it("E51: reach the browsers of the people concerned within a second, and nobody else's", async () => {
    const { ctx } = pipeline;
    const [mine, other] = await Promise.all([
      listen(openBrowser(approver), employeeChannel(approver.id)),
      listen(openBrowser(stranger), employeeChannel(stranger.id)),
    ]);
    const { id } = await submitAs(ctx, requester, expense([approver]));
    await until("the approver is signalled", () => mine.heard.length >= 2, 1000);
    await pipeline.settle(consumers);
    expect(mine.heard).toEqual(
      expect.arrayContaining([{ about: "approvals", documentId: id, version: 1 }, { about: "notifications" }]),
    );
    expect(other.heard).toEqual([]);
  });

  it("go to more than a hundred people in several pushes", async () => {
    const { heard } = await listen(openBrowser(stranger), employeeChannel(stranger.id));
    const crowd = Array.from({ length: 249 }, () => newId<EmployeeId>(pipeline.clock));
    const before = await signalCount("sent");
    await realtime.send([...crowd, stranger.id, stranger.id], { about: "notifications" });
    await until("the last of them is signalled", () => heard.length > 0);
    expect(await signalCount("sent")).toBe(before + 250);
    expect(heard).toEqual([{ about: "notifications" }]);
  });
});

describe("E53: a browser", () => {
  it("is refused another person's channel and a stranger's document", async () => {
    const browser = openBrowser(stranger);
    await expect(listen(browser, employeeChannel(approver.id))).rejects.toBeDefined();
    const { id } = await submitAs(pipeline.ctx, requester, expense([approver]));
    await expect(listen(browser, documentChannel(id))).rejects.toBeDefined();
    const { channel } = await listen(openBrowser(approver), documentChannel(id));
    expect(channel.subscribed).toBe(true);
  });

  it("is refused a channel with a signature of its own making", async () => {
    const browser = new Browser(soketi.SOKETI_APP_KEY, {
      cluster: "",
      wsHost: address.hostname,
      wsPort: Number(address.port),
      forceTLS: false,
      enabledTransports: ["ws"],
      channelAuthorization: {
        endpoint: "",
        transport: "ajax",
        customHandler: (_params, callback) => callback(null, { auth: `${soketi.SOKETI_APP_KEY}:${"0".repeat(64)}` }),
      },
    });
    browsers.push(browser);
    await expect(listen(browser, employeeChannel(approver.id))).rejects.toMatchObject({ type: "AuthError" });
  });

  it("cannot publish: what it says reaches nobody", async () => {
    const { id } = await submitAs(pipeline.ctx, requester, expense([approver]));
    const name = documentChannel(id);
    const talker = await listen(openBrowser(requester), name);
    const listener = await listen(openBrowser(approver), name);
    const said: unknown[] = [];
    listener.channel.bind(`client-${SIGNAL_EVENT}`, (data: unknown) => said.push(data));
    talker.channel.trigger(`client-${SIGNAL_EVENT}`, { about: "notifications" });
    talker.channel.trigger(`client-${SIGNAL_EVENT}`, { about: "notifications" });
    await wait(300);
    expect(said).toEqual([]);
    expect(listener.heard).toEqual([]);
  });
});

describe("Soketi away", () => {
  it("nothing waits for it: messages are handled, signals are counted as lost, and later ones arrive", async () => {
    const { ctx } = pipeline;
    const before = await signalCount("lost");
    const toldBefore = (await notificationsOf(ctx, approver)).length;
    await stopServer("test", "soketi");
    try {
      expect(await realtime.isReachable()).toBe(false);
      for (let number = 0; number < 5; number += 1) await submitAs(ctx, requester, expense([approver]));
      await pipeline.settle(consumers);
      expect(await signalCount("lost")).toBeGreaterThan(before);
      expect(await notificationsOf(ctx, approver)).toHaveLength(toldBefore + 5);
    } finally {
      await startServer("test", "soketi");
    }
    expect(await realtime.isReachable()).toBe(true);
    const { heard } = await listen(openBrowser(approver), employeeChannel(approver.id));
    await submitAs(ctx, requester, expense([approver]));
    await until("signals arrive again", () => heard.length >= 2);
  });
});
