import type { Spread } from "../measure/statistics";

/** Three significant digits, whole numbers from 100 on; a dash for what was not measured. */
export function short(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}

/** The median, with the range of the rounds where there was more than one. */
export function ranged({ median, lowest, highest }: Spread): string {
  return lowest === highest || !Number.isFinite(median)
    ? short(median)
    : `${short(median)} (${short(lowest)}–${short(highest)})`;
}

export function times(ratio: number): string {
  return Number.isFinite(ratio) ? `${short(ratio)}×` : "–";
}

export function megabytes(bytes: number | null): string {
  return bytes === null ? "–" : `${short(bytes / 1e6)} MB`;
}

/** "0", or how many of what: `3 × 429, 1 × request timed out`. */
export function refusals(refused: Record<string, number>): string {
  const kinds = Object.entries(refused).map(([what, count]) => `${count} × ${what}`);
  return kinds.length > 0 ? kinds.join(", ") : "0";
}
