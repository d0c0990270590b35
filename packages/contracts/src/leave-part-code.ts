import { z } from "zod";
import type { LeavePart, LeaveTime } from "./leave";

/**
 * How a document writes which part of the day is taken: FULL, FULL-AM (the last day only its morning), AM, PM, Q1 to Q4, or
 * H<first hour of work>-<hours>.
 */
export const leavePartCode = z.string().regex(/^(FULL|FULL-AM|AM|PM|Q[1-4]|H[0-7]-[1-8])$/, "value.malformed");

export type LeavePartChoice = Pick<LeaveTime, "part" | "endsWithHalf">;

export function encodeLeavePart({ part, endsWithHalf }: LeavePartChoice): string {
  if (part.kind === "HALF") return part.half;
  if (part.kind === "QUARTER") return `Q${part.quarter}`;
  if (part.kind === "HOURS") return `H${part.startHour}-${part.hours}`;
  return endsWithHalf ? "FULL-AM" : "FULL";
}

/** The inverse of `encodeLeavePart`; for a code that is none, the whole day. */
export function decodeLeavePart(code: string): LeavePartChoice {
  return { part: partOf(code), endsWithHalf: code === "FULL-AM" };
}

function partOf(code: string): LeavePart {
  if (code === "AM" || code === "PM") return { kind: "HALF", half: code };
  if (code.startsWith("Q")) return { kind: "QUARTER", quarter: Number(code.slice(1)) };
  const [, startHour, hours] = /^H(\d)-(\d)$/.exec(code) ?? [];
  return hours === undefined ? { kind: "FULL" } : { kind: "HOURS", startHour: Number(startHour), hours: Number(hours) };
}
