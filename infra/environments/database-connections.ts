const GIB = 1024 ** 3;

/** Of `max_connections`, what the programs may have open; the rest is for a release's new pods, migrations and operators. */
const USABLE_SHARE = 0.8;

const memoryGib: Record<string, number> = {
  "db.t4g.micro": 1,
  "db.t4g.small": 2,
  "db.t4g.medium": 4,
  "db.t4g.large": 8,
};

/** 80 % of `max_connections`, which RDS derives from memory: bytes / 12582880. */
export function connectionLimit(instanceClass: string): number {
  const memory = memoryGib[instanceClass];
  if (memory === undefined) throw new Error(`how much memory ${instanceClass} has is not written down here`);
  return Math.floor(((memory * GIB) / 12_582_880) * USABLE_SHARE);
}
