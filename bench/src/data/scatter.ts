/** A whole number below `limit` that looks random and is the same for the same index, so that every run loads the same data. */
export function scatter(index: number, salt: number, limit: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35);
  mixed ^= mixed >>> 13;
  return (mixed >>> 0) % limit;
}

export function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
