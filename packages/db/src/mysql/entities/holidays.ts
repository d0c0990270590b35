import type { CalendarDate } from "@erp/contracts/dates";
import type { HolidayKind } from "@erp/contracts/holidays";
import { EntitySchema } from "typeorm";
import { dayColumn, textColumn } from "../columns";

/** A day on which nobody is scheduled to work, beyond weekends. HR may add and remove some. */
export type HolidayRow = { day: CalendarDate; kind: HolidayKind; nameKo: string; nameEn: string };

export const holidays = new EntitySchema<HolidayRow>({
  name: "holidays",
  columns: {
    day: { ...dayColumn, primary: true },
    kind: textColumn(12),
    nameKo: { ...textColumn(60), name: "name_ko" },
    nameEn: { ...textColumn(60), name: "name_en" },
  },
});
