import { z } from "zod";

/** Opaque to clients: made and read by the query that pages. */
export const cursor = z.string().max(200);
export const pageSize = z.int().min(1).max(100).default(30);

/** One page of a list; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: cursor.nullable() });
}
export type Page<Item> = { items: Item[]; nextCursor: string | null };
