"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { parseMonth } from "@/lib/month";
import { useToday } from "./use-today";

/** The month in the address, this one when there is none, and a way to another without a round to the server. */
export function useMonth(): [month: string, change: (month: string) => void] {
  const present = useToday().slice(0, 7);
  const pathname = usePathname();
  const month = parseMonth(useSearchParams().get("month")) ?? present;
  return [month, (next) => window.history.replaceState(null, "", `${pathname}?month=${next}`)];
}
