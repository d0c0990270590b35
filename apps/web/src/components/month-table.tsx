import { type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import { useFormatter } from "next-intl";
import { Fragment, type ReactNode, type Ref } from "react";
import { classNames } from "@/lib/class-names";
import { weeksOf } from "@/lib/month";

type MonthTableProps = {
  month: string;
  caption: string;
  className?: string;
  ref?: Ref<HTMLTableElement>;
  /** The cell of a day: a `td`. */
  children(day: CalendarDate): ReactNode;
};

/** Any whole week, for the names of its days. */
const [week = []] = weeksOf("2026-02");

/** A month as weeks from Sunday to Saturday. */
export function MonthTable({ month, caption, className, ref, children }: MonthTableProps) {
  const format = useFormatter();
  return (
    <table ref={ref} className={classNames("w-full table-fixed border-separate border-spacing-1", className)}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {week.map((day) => (
            <th key={day} scope="col" className="pb-1 text-12 font-normal text-ink-3">
              {day && format.dateTime(startOfKoreanDay(day), { weekday: "short" })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((places) => (
          <tr key={places.find((day) => day !== null)}>
            {places.map((day, place) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has nothing but its index
                <td key={place} />
              ) : (
                <Fragment key={day}>{children(day)}</Fragment>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
