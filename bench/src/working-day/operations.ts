import { koreanDate } from "@erp/contracts/dates";
import { beginDay, countCheckedIn } from "../data/attendance";
import { pick } from "../data/scatter";
import { counter, type Operation } from "../operations/operation";
import { batchOf, requestOf } from "../portal/procedures";
import type { Workforce } from "./workforce";

/** Far from a reward: what is measured here is the check-in alone. */
const ORDINARY_DAYS = 700;

/** What people do on an ordinary morning. */
export function workingDayOperations({ everybody, questTeam }: Workforce): readonly Operation[] {
  return [
    {
      part: "check-in",
      title: "check-in",
      prepare: async ({ ctx }) => {
        const today = koreanDate(ctx.clock.now());
        await beginDay(ctx, today, ORDINARY_DAYS);
        const count = counter();
        return {
          maxRequests: everybody.length,
          nextRequest: () => requestOf("attendance.checkIn", undefined, pick(everybody, count()).headers),
          countEffects: () => countCheckedIn(ctx, today),
        };
      },
    },
    {
      part: "balance",
      title: "leave balance with its lots",
      prepare: async () => {
        const count = counter();
        return { nextRequest: () => requestOf("leave.balance", {}, pick(everybody, count()).headers) };
      },
    },
    {
      part: "quest-list",
      title: "quests of a team, a page of 30 (200 quests, 20 people on each)",
      prepare: async () => {
        const count = counter();
        return { nextRequest: () => requestOf("quests.list", {}, pick(questTeam, count()).headers) };
      },
    },
    {
      part: "dashboard",
      title: "dashboard, its seven questions in one request",
      prepare: async () => {
        const count = counter();
        return {
          nextRequest: () =>
            batchOf(
              [
                ["leave.balance", {}],
                ["attendance.today", undefined],
                ["approvals.counts", undefined],
                ["approvals.list", { box: "WAITING", limit: 3 }],
                ["approvals.list", { box: "MINE", limit: 4 }],
                ["quests.list", {}],
                ["notifications.list", { limit: 5 }],
              ],
              pick(everybody, count()).headers,
            ),
        };
      },
    },
  ];
}
