import { addDays, koreanDate } from "@erp/contracts/dates";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { titleOf } from "../data/archive";
import { countApproved, loadFreshDocuments } from "../data/fresh-documents";
import { pick } from "../data/scatter";
import { requestOf } from "../portal/procedures";
import { pairOf, type Stage } from "../stage";
import { counter, type Operation } from "./operation";

/** More decisions a second than any machine in sight manages; documents left over serve nobody else. */
const MOST_DECISIONS_PER_SECOND = 600;

/** Everything that is measured under load, in this order. */
export const operations: readonly Operation[] = [
  {
    part: "sign-in",
    title: "sign-in (password checked, session opened)",
    prepare: async ({ people, env }) => {
      const count = counter();
      return {
        nextRequest: () => {
          const { person, headers } = pick(people, count());
          const { cookie: _signedOut, ...visitor } = headers;
          return requestOf("identity.signIn", { email: person.email, password: env.DEMO_PASSWORD }, visitor);
        },
      };
    },
  },
  {
    part: "directory",
    title: "directory, a page of 30",
    prepare: async ({ people, archive }) => {
      const count = counter();
      return {
        nextRequest: () => {
          const turn = count();
          // The page that follows somebody: another one each time.
          const cursor = pick(archive.company.staff, turn * 37).id;
          return requestOf("employees.list", { cursor }, pick(people, turn).headers);
        },
      };
    },
  },
  {
    part: "waiting-box",
    title: "waiting box, a page of 30",
    prepare: async ({ watchers }) => {
      const count = counter();
      return { nextRequest: () => requestOf("approvals.list", { box: "WAITING" }, pick(watchers, count()).headers) };
    },
  },
  {
    part: "document",
    title: "document with line and history",
    prepare: async (stage) => {
      const readable = await findReadable(stage);
      const count = counter();
      return {
        nextRequest: () => {
          const { documentId, reader } = pick(readable, count());
          return requestOf("approvals.document", { documentId }, reader.headers);
        },
      };
    },
  },
  {
    part: "submit",
    title: "submit",
    prepare: async (stage) => {
      const { people, ctx } = stage;
      const count = counter();
      const startedAt = ctx.clock.now();
      return {
        nextRequest: () => {
          const turn = count();
          return requestOf("approvals.submit", expense(stage, turn), pairOf(people, turn).requester.headers);
        },
        countEffects: () =>
          documentModel(ctx.mongo).countDocuments({ boxes: "ALL", listedAt: { $gte: startedAt }, hasOutbox: false }),
      };
    },
  },
  {
    part: "decide",
    title: "decide (approve, completed by the worker)",
    prepare: async (stage, seconds) => {
      const fresh = await loadFreshDocuments(stage, Math.ceil(seconds * MOST_DECISIONS_PER_SECOND));
      const count = counter();
      return {
        maxRequests: fresh.length,
        nextRequest: () => {
          const { documentId, version, approver } = pick(fresh, count());
          return requestOf("approvals.approve", { documentId, version }, approver.headers);
        },
        countEffects: () =>
          countApproved(
            stage,
            fresh.map(({ documentId }) => documentId),
          ),
      };
    },
  },
  {
    part: "pages",
    title: "approvals page as HTML, rendered by Next",
    prepare: async ({ watchers }) => {
      const count = counter();
      return { nextRequest: () => ({ method: "GET", path: "/approvals", headers: pick(watchers, count()).headers }) };
    },
  },
];

/** An expense of the turn's requester for their manager, as its form's rule has it. */
export function expense({ people, ctx }: Stage, turn: number) {
  const today = koreanDate(ctx.clock.now());
  return {
    formCode: "EXPENSE" as const,
    title: titleOf(turn),
    values: {
      amountKrw: 32_000 + turn,
      spentOn: addDays(today, -1),
      content: "고객사 회의에 다녀온 기차와 택시 비용입니다.",
    },
    line: [
      { kind: "APPROVAL" as const, quorum: "ALL" as const, approverIds: [pairOf(people, turn).approver.person.id] },
    ],
  };
}

/** The watchers' documents, each to be read by whoever wrote it. */
async function findReadable({ ctx, watchers }: Stage) {
  const boxes = watchers.map(({ person }) => `MINE:${person.id}`);
  const found = await documentModel(ctx.mongo)
    .find({ boxes: { $in: boxes } }, { requester: 1 })
    .limit(500)
    .lean();
  return found.map(({ _id: documentId, requester }) => {
    const reader = watchers.find(({ person }) => person.id === requester.id) ?? pick(watchers, 0);
    return { documentId, reader };
  });
}
