"use client";

import type { CalendarDate, Period } from "@erp/contracts/dates";
import type { LeavePart } from "@erp/contracts/leave";
import type { LeaveWish } from "@erp/contracts/leave-requests";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "@/lib/trpc";

const wholeDay: LeavePart = { kind: "FULL" };

/** What the person is about to ask for, and what the server says that it costs. */
export function useLeaveWish() {
  const [wish, setWish] = useState<LeaveWish | null>(null);
  const preview = trpc.leave.previewCharge.useQuery(
    { wish: wish as LeaveWish },
    { enabled: wish !== null, placeholderData: keepPreviousData },
  );
  const charge = wish === null ? null : (preview.data ?? null);
  const selection = selectionOf(wish, charge?.time ?? null);
  const part = wish?.kind === "TIME" ? wish.time.part : wholeDay;
  const endsWithHalf = wish?.kind === "TIME" && wish.time.endsWithHalf;

  return {
    wish,
    selection,
    part,
    endsWithHalf,
    charge,
    error: preview.error,
    /** The charge on the screen is that of an earlier choice. */
    isOutdated: wish !== null && (preview.isPlaceholderData || preview.isPending),
    chooseDays: (days: Period) =>
      setWish({ kind: "TIME", time: { ...days, part: days.from === days.to ? part : wholeDay, endsWithHalf: false } }),
    /** So many days from the chosen one on. */
    chooseLength: (from: CalendarDate, days: number) => setWish({ kind: "DAYS", from, days }),
    choosePart: (next: LeavePart) =>
      selection &&
      setWish({ kind: "TIME", time: { from: selection.from, to: selection.from, part: next, endsWithHalf: false } }),
    chooseEnd: (half: boolean) =>
      selection && setWish({ kind: "TIME", time: { ...selection, part: wholeDay, endsWithHalf: half } }),
  };
}

export type LeaveWishState = ReturnType<typeof useLeaveWish>;

/** The days of the wish; where they follow from a length, as the server counted them. */
function selectionOf(wish: LeaveWish | null, counted: Period | null): Period | null {
  if (wish === null) return null;
  if (wish.kind === "TIME") return { from: wish.time.from, to: wish.time.to };
  const isCounted = counted !== null && counted.from === wish.from;
  return isCounted ? { from: counted.from, to: counted.to } : { from: wish.from, to: wish.from };
}
