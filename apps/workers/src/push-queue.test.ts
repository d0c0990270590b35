import { describe, expect, it } from "vitest";
import { openPushQueue, type Push } from "./push-queue";

/** A server that answers when told to. */
function slowServer() {
  const requests: { pushes: Push[]; answer(hasArrived: boolean): void }[] = [];
  const send = (pushes: readonly Push[]) =>
    new Promise<boolean>((resolve) => {
      requests.push({ pushes: [...pushes], answer: resolve });
    });
  return { requests, send };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("the queue of pushes", () => {
  it("pushes at once while nothing is under way", () => {
    const { requests, send } = slowServer();
    openPushQueue(send, () => {})({ channels: ["a"], data: "1" });
    expect(requests.map(({ pushes }) => pushes)).toEqual([[{ channels: ["a"], data: "1" }]]);
  });

  it("puts what comes meanwhile into the next request, the same said once to everybody", async () => {
    const { requests, send } = slowServer();
    const push = openPushQueue(send, () => {});
    push({ channels: ["a"], data: "1" });
    push({ channels: ["a", "b"], data: "2" });
    push({ channels: ["c", "b"], data: "2" });
    push({ channels: ["a"], data: "3" });
    requests[0]?.answer(true);
    await turn();
    expect(requests[1]?.pushes).toEqual([
      { channels: ["a", "b", "c"], data: "2" },
      { channels: ["a"], data: "3" },
    ]);
  });

  it("takes at most ten pushes, of a hundred channels each, in a request", async () => {
    const { requests, send } = slowServer();
    const push = openPushQueue(send, () => {});
    for (let number = 0; number < 12; number += 1) push({ channels: ["a"], data: String(number) });
    push({ channels: Array.from({ length: 150 }, (_, index) => `crowd-${index}`), data: "crowd" });
    for (const at of [0, 1, 2]) {
      requests[at]?.answer(true);
      await turn();
    }
    expect(requests.map(({ pushes }) => pushes.map(({ channels }) => channels.length))).toEqual([
      [1],
      Array(10).fill(1),
      [1, 100],
      [50],
    ]);
  });

  it("lets a push wait for its own request only", async () => {
    const { requests, send } = slowServer();
    const push = openPushQueue(send, () => {});
    const first = push({ channels: ["a"], data: "1" });
    void push({ channels: ["a"], data: "2" });
    requests[0]?.answer(true);
    await first;
    expect(requests).toHaveLength(2);
  });

  it("gives up what waits behind a request that failed, and begins anew with what comes then", async () => {
    const { requests, send } = slowServer();
    const lost: number[] = [];
    const push = openPushQueue(send, (channels) => lost.push(channels));
    push({ channels: ["a"], data: "1" });
    const behind = push({ channels: ["a", "b"], data: "2" });
    requests[0]?.answer(false);
    await behind;
    expect(lost).toEqual([2]);
    push({ channels: ["a"], data: "3" });
    expect(requests.map(({ pushes }) => pushes.map(({ data }) => data))).toEqual([["1"], ["3"]]);
  });
});
