/** Soketi on our stand-in for its native web socket server: everything the portal and its operators use of it. */
import { createRequire } from "node:module";
import Pusher from "pusher";
import type PusherClient from "pusher-js";
import type { Channel, PresenceChannel } from "pusher-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProfile } from "./profiles";

// The package's ESM entry is for browsers; its CommonJS entry is the one for Node.
const PusherJs = createRequire(import.meta.url)("pusher-js") as typeof PusherClient;

const url = new URL(process.env.SOKETI_URL ?? "");
const key = process.env.SOKETI_APP_KEY ?? "";
const metricsPort = findProfile("test").ports.soketiMetrics;

const server = createServer(process.env.SOKETI_APP_SECRET ?? "");
let first: PusherClient;
let second: PusherClient;

beforeAll(async () => {
  [first, second] = await Promise.all([connect("u1"), connect("u2")]);
});

afterAll(() => {
  first?.disconnect();
  second?.disconnect();
});

describe("what a server says", () => {
  test("reaches a public channel, Korean included", async () => {
    const received = collect(await subscribe(first, "public-notice"), "hello");
    await server.trigger("public-notice", "hello", { text: "한글" });
    await expect.poll(() => received).toEqual([{ text: "한글" }]);
  });

  test("reaches a private channel, one by one and in a batch", async () => {
    const received = collect(await subscribe(first, "private-one"), "changed");
    await server.trigger(["private-one"], "changed", { step: 1 });
    await server.triggerBatch([{ channel: "private-one", name: "changed", data: { step: 2 } }]);
    await expect.poll(() => received).toEqual([{ step: 1 }, { step: 2 }]);
  });

  test("reaches one signed-in person and nobody else", async () => {
    for (const client of [first, second]) client.signin();
    const [toFirst, toSecond] = [first, second].map((client) => collect(client.user, "direct"));
    const sendAndLook = () => server.sendToUser("u1", "direct", { hi: 1 }).then(() => toFirst);
    await expect.poll(sendAndLook).toContainEqual({ hi: 1 });
    expect(toSecond).toEqual([]);
  });

  test("is refused with a wrong secret", async () => {
    await expect(createServer("wrong").trigger("public-notice", "hello", {})).rejects.toMatchObject({ status: 401 });
  });

  test("all arrives, in order, when it is much", async () => {
    const received = collect(await subscribe(first, "public-many"), "n");
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    for (const number of numbers) await server.trigger("public-many", "n", number);
    await expect.poll(() => received).toEqual(numbers);
  });
});

describe("who is there", () => {
  test("members of a presence channel come and go", async () => {
    const channel = (await subscribe(first, "presence-room")) as PresenceChannel;
    const added = collect<{ id: string }>(channel, "pusher:member_added");
    const removed = collect<{ id: string }>(channel, "pusher:member_removed");
    const third = await connect("u3");
    await subscribe(third, "presence-room");
    await expect.poll(() => added.map((member) => member.id)).toEqual(["u3"]);
    expect(await readJson("/channels/presence-room/users")).toEqual({ users: [{ id: "u1" }, { id: "u3" }] });
    third.disconnect();
    await expect.poll(() => removed.map((member) => member.id)).toEqual(["u3"]);
  });

  test("the API lists the occupied channels", async () => {
    await subscribe(first, "public-listed");
    expect(await readJson("/channels")).toMatchObject({ channels: { "public-listed": { subscription_count: 1 } } });
  });
});

describe("refusals", () => {
  test("a private channel without a valid signature", async () => {
    const stranger = await connect("u9", "wrong secret");
    await expect(subscribe(stranger, "private-one")).rejects.toMatchObject({ type: "AuthError" });
    stranger.disconnect();
  });

  test("what a browser says to other browsers", async () => {
    const heard = collect(await subscribe(second, "private-talk"), "client-typing");
    const channel = await subscribe(first, "private-talk");
    channel.trigger("client-typing", {});
    await server.trigger("private-talk", "client-done", {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([]);
  });

  test("an unknown path", async () => {
    expect((await fetch(new URL("/nowhere", url))).status).toBe(404);
  });
});

test("metrics are published", async () => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(text).toContain("soketi_");
});

function createServer(secret: string): Pusher {
  const appId = process.env.SOKETI_APP_ID ?? "";
  return new Pusher({ appId, key, secret, host: url.hostname, port: url.port, useTLS: false });
}

async function connect(userId: string, secret?: string): Promise<PusherClient> {
  const signer = secret ? createServer(secret) : server;
  const client = new PusherJs(key, {
    cluster: "",
    wsHost: url.hostname,
    wsPort: Number(url.port),
    forceTLS: false,
    enabledTransports: ["ws"],
    userAuthentication: {
      customHandler: ({ socketId }, callback) => callback(null, signer.authenticateUser(socketId, { id: userId })),
    },
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, callback) => {
        const member = channelName.startsWith("presence-") ? { user_id: userId } : undefined;
        callback(null, signer.authorizeChannel(socketId, channelName, member));
      },
    },
  });
  await new Promise<void>((resolve, reject) => {
    client.connection.bind("connected", () => resolve());
    client.connection.bind("error", reject);
  });
  return client;
}

function subscribe(client: PusherClient, name: string): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const channel = client.subscribe(name);
    if (channel.subscribed) return resolve(channel);
    channel.bind("pusher:subscription_succeeded", () => resolve(channel));
    channel.bind("pusher:subscription_error", reject);
  });
}

function collect<T = unknown>(source: Bindable, event: string): T[] {
  const received: T[] = [];
  source.bind(event, (data: T) => received.push(data));
  return received;
}

interface Bindable {
  bind(event: string, callback: (data: never) => void): unknown;
}

async function readJson(path: string): Promise<unknown> {
  const response = await server.get({ path });
  return response.json();
}
