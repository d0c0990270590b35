type Row = { id: string };

/** The row after (or before) this one; the first (or last) when it is not in the list. Null at the ends. */
export function neighbour<Each extends Row>(rows: readonly Each[], id: string | null, direction: 1 | -1): Each | null {
  const index = rows.findIndex((row) => row.id === id);
  if (index === -1) return (direction === 1 ? rows[0] : rows.at(-1)) ?? null;
  return rows[index + direction] ?? null;
}

/** What to show when this row is done with: the one after it, else the one before. */
export function successor<Each extends Row>(rows: readonly Each[], id: string): Each | null {
  return neighbour(rows, id, 1) ?? neighbour(rows, id, -1);
}
