"use client";

import { type AttendanceToday, DAYS_PER_REWARD } from "@erp/contracts/attendance";
import { useLocale } from "next-intl";
import { useState } from "react";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";

/**
 * Checking in and out. The check-in shows itself before the server has answered, but for a thirtieth day: a reward is
 * celebrated only when it is certain. A refusal leaves the day as the server has it.
 */
export function useAttendanceActs() {
  const locale = useLocale();
  const cache = trpc.useUtils();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isCelebrating, setIsCelebrating] = useState(false);

  const outcome = {
    onSuccess: (today: AttendanceToday) => cache.attendance.today.setData(undefined, today),
    onError: (error: unknown) => setRefusal(sentenceOf(error, locale)),
    onSettled: () => cache.attendance.invalidate(),
  };
  const checkIn = trpc.attendance.checkIn.useMutation({
    ...outcome,
    onMutate: async () => {
      setRefusal(null);
      await cache.attendance.today.cancel();
      cache.attendance.today.setData(undefined, (today) => today && checkedIn(today));
    },
    onSuccess: (today) => {
      outcome.onSuccess(today);
      setIsCelebrating(today.hasEarnedToday);
    },
  });
  const checkOut = trpc.attendance.checkOut.useMutation({ ...outcome, onMutate: () => setRefusal(null) });
  const hasActed = !checkIn.isIdle || !checkOut.isIdle;
  return { checkIn, checkOut, hasActed, refusal, isCelebrating };
}

/** What the server will answer to a check-in on a day that earns nothing. */
function checkedIn(today: AttendanceToday): AttendanceToday {
  if (today.attendance !== null || today.progress === DAYS_PER_REWARD - 1) return today;
  return {
    ...today,
    attendance: {
      day: today.day,
      checkedInAt: new Date(),
      checkedOutAt: null,
      workedMinutes: null,
      closing: null,
    },
    openYesterday: null,
    attendedDays: today.attendedDays + 1,
    progress: today.progress + 1,
    daysToReward: today.daysToReward - 1,
  };
}
