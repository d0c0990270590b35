import type { CalendarDate, Period } from "@erp/contracts/dates";

/** The days after a click: the first one begins, a later one ends, and with a whole period chosen a click begins anew. */
export function selectionAfterClick(selection: Period | null, day: CalendarDate): Period {
  const isOpen = selection !== null && selection.from === selection.to;
  return isOpen && day > selection.from ? { from: selection.from, to: day } : { from: day, to: day };
}

/** The days between where a drag began and where it is, in whichever direction. */
export function selectionBetween(anchor: CalendarDate, day: CalendarDate): Period {
  return anchor <= day ? { from: anchor, to: day } : { from: day, to: anchor };
}

export function isWithin(day: CalendarDate, selection: Period | null): boolean {
  return selection !== null && selection.from <= day && day <= selection.to;
}
