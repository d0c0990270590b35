import type { Holiday, ListHolidaysInput } from "@erp/contracts/holidays";
import type { HolidayRow } from "@erp/db/mysql/entities/holidays";
import { authorize } from "../authorize";
import type { Ctx } from "../context";

/** The days off of a year, in order. Everybody may know them. */
export async function listHolidays(ctx: Ctx, { year }: ListHolidaysInput): Promise<Holiday[]> {
  authorize(ctx, "leave:read");
  const rows: HolidayRow[] = await ctx.mysql.query(
    "SELECT day, kind, name_ko AS nameKo, name_en AS nameEn FROM holidays WHERE day BETWEEN ? AND ? ORDER BY day",
    [`${year}-01-01`, `${year}-12-31`],
  );
  return rows.map(({ day, kind, nameKo, nameEn }) => ({ day, kind, name: { ko: nameKo, en: nameEn } }));
}
