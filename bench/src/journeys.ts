import { pick } from "./data/scatter";
import { latencyOf } from "./measure/statistics";
import { expense } from "./operations/operations";
import { type Browser, openBrowser } from "./portal/browser";
import { call, type Session } from "./portal/session";
import type { JourneyResult } from "./results";
import { pairOf, type Stage } from "./stage";

/** So many pairs of people take turns, each with two open browsers. */
const PAIRS = 10;
const PATIENCE_MS = 10_000;

type Pair = { requester: Session; approver: Session; requesterBrowser: Browser; approverBrowser: Browser };
type Times = { boxShows: number; approverSignal: number; requesterSignal: number; documentApproved: number };

/**
 * One person submits and another decides, one document at a time. Every time is from the moment the click's request
 * leaves to the moment the other person could see something.
 */
export async function measureJourneys(stage: Stage): Promise<JourneyResult[]> {
  const pairs = await Promise.all(Array.from({ length: PAIRS }, (_, index) => openPair(stage, index)));
  const all: Times[] = [];
  for (let turn = 0; turn < stage.plan.journeyRepetitions; turn += 1) {
    const index = turn % PAIRS;
    all.push(await submitAndDecide(stage, pick(pairs, index), index));
  }
  for (const { requesterBrowser, approverBrowser } of pairs) {
    requesterBrowser.close();
    approverBrowser.close();
  }
  return [
    summarize(
      "submit → in the approver's box",
      all.map(({ boxShows }) => boxShows),
    ),
    summarize(
      "submit → signal in the approver's browser",
      all.map(({ approverSignal }) => approverSignal),
    ),
    summarize(
      "decide → signal in the requester's browser",
      all.map(({ requesterSignal }) => requesterSignal),
    ),
    summarize(
      "decide → requester reads APPROVED",
      all.map(({ documentApproved }) => documentApproved),
    ),
  ];
}

async function openPair({ people, env }: Stage, index: number): Promise<Pair> {
  const socket = { url: env.SOKETI_PUBLIC_URL, key: env.SOKETI_APP_KEY };
  const { requester, approver } = pairOf(people, index);
  const [requesterBrowser, approverBrowser] = await Promise.all([
    openBrowser(socket, requester),
    openBrowser(socket, approver),
  ]);
  return { requester, approver, requesterBrowser, approverBrowser };
}

async function submitAndDecide(stage: Stage, pair: Pair, turn: number): Promise<Times> {
  const { requester, approver, requesterBrowser, approverBrowser } = pair;
  const submittedAt = performance.now();
  const { id: documentId, version } = await call(requester, "approvals.submit", expense(stage, turn));
  const boxShownAt = await when(async () => {
    const { items } = await call(approver, "approvals.list", { box: "WAITING", limit: 100 });
    return items.some(({ id }) => id === documentId);
  });
  const approverSignalAt = await approverBrowser.signalOf(documentId, version);

  const decidedAt = performance.now();
  const decided = await call(approver, "approvals.approve", { documentId, version });
  const requesterSignalAt = await requesterBrowser.signalOf(documentId, decided.version);
  const approvedAt = await when(async () => {
    const { status } = await call(requester, "approvals.document", { documentId });
    return status === "APPROVED";
  });
  return {
    boxShows: boxShownAt - submittedAt,
    approverSignal: approverSignalAt - submittedAt,
    requesterSignal: requesterSignalAt - decidedAt,
    documentApproved: approvedAt - decidedAt,
  };
}

/** Asks again and again, as fast as the answers come; when the first yes came. Throws after ten seconds. */
async function when(isTrue: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_MS) if (await isTrue()) return performance.now();
  throw new Error(`still not so after ${PATIENCE_MS / 1000} s`);
}

function summarize(title: string, milliseconds: readonly number[]): JourneyResult {
  const slowest = Math.max(...milliseconds);
  return { title, repetitions: milliseconds.length, latency: latencyOf(milliseconds), slowest };
}
