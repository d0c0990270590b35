import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Redis } from "ioredis";
import { redisKeys } from "./keys";

/** For whom somebody decides, and on which days. */
export type RememberedCover = {
  principalId: EmployeeId;
  substituteId: EmployeeId;
  from: CalendarDate;
  to: CalendarDate;
};

/** A change forgets them at once; this bounds what a reader may have written down just before it. */
const KEPT_SECONDS = 60;

/** Null when nothing is remembered: ask MySQL then. Most people's are an empty list. */
export async function readRemembered(redis: Redis, employeeId: EmployeeId): Promise<RememberedCover[] | null> {
  const text = await redis.get(redisKeys.coversBy(employeeId));
  return text === null ? null : (JSON.parse(text) as RememberedCover[]);
}

export async function remember(
  redis: Redis,
  employeeId: EmployeeId,
  covers: readonly RememberedCover[],
): Promise<void> {
  await redis.set(redisKeys.coversBy(employeeId), JSON.stringify(covers), "EX", KEPT_SECONDS);
}

export async function forget(redis: Redis, employeeIds: readonly EmployeeId[]): Promise<void> {
  if (employeeIds.length > 0) await redis.unlink(...employeeIds.map(redisKeys.coversBy));
}
