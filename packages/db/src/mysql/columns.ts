import type { EntitySchemaColumnOptions } from "typeorm";

/** Column types are written out: nothing is guessed from decorator metadata, which bundlers do not emit. */
export const idColumn = { type: "char", length: 26 } satisfies EntitySchemaColumnOptions;
export const primaryIdColumn = { ...idColumn, primary: true } satisfies EntitySchemaColumnOptions;
export const instantColumn = { type: "datetime", precision: 3 } satisfies EntitySchemaColumnOptions;
export const dayColumn = { type: "date" } satisfies EntitySchemaColumnOptions;

export function textColumn(length: number) {
  return { type: "varchar", length } satisfies EntitySchemaColumnOptions;
}
