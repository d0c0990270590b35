"use client";

import type { Signal } from "@erp/contracts/realtime";
import { trpc } from "@/lib/trpc";

/** Which reads a signal makes stale. What is on the screen is read again at once, the rest when it is next shown. */
export function useLiveQueries() {
  const cache = trpc.useUtils();

  function readAgain(signal: Signal): Promise<unknown> {
    if (signal.about === "notifications") return cache.notifications.invalidate();
    if (signal.about === "employees") return cache.employees.invalidate();
    if (signal.about === "leave") return Promise.all([cache.leave.invalidate(), readTeamAgain()]);
    if (signal.about === "team-calendar")
      return Promise.all([
        cache.leave.teamCalendar.invalidate(),
        cache.leave.whoElseIsOff.invalidate(),
        readTeamAgain(),
      ]);
    if (signal.about === "attendance") return cache.attendance.invalidate();
    if (signal.about === "quests") return cache.quests.invalidate();
    if (signal.about === "substitutes")
      return Promise.all([cache.approvals.invalidate(), cache.substitutions.invalidate()]);
    const { documentId } = signal;
    return Promise.all([
      cache.approvals.counts.invalidate(),
      cache.approvals.list.invalidate(),
      cache.approvals.document.invalidate({ documentId }),
      cache.approvals.verify.invalidate({ documentId }),
      cache.approvals.revisions.invalidate(),
      cache.leave.ofDocument.invalidate({ documentId }),
    ]);
  }

  /** Who is away stands among who is in. */
  function readTeamAgain(): Promise<unknown> {
    return Promise.all([cache.attendance.team.invalidate(), cache.attendance.teamCounts.invalidate()]);
  }

  /** After a gap in the signals: everything that lives on them, once. */
  function catchUp(): Promise<unknown> {
    const { approvals, substitutions, notifications, employees, leave, attendance, quests } = cache;
    return Promise.all(
      [approvals, substitutions, notifications, employees, leave, attendance, quests].map((domain) =>
        domain.invalidate(),
      ),
    );
  }

  return { readAgain, catchUp };
}
