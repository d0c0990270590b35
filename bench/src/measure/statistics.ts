/** The middle value and how far the rounds lay apart. */
export type Spread = { median: number; lowest: number; highest: number };

/** Nearest-rank percentile: the smallest value that at least `percent` of all values do not exceed. NaN for no values. */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? Number.NaN;
}

export function ascending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length / 2;
  if (Number.isInteger(middle)) return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
  return sorted[Math.floor(middle)] ?? Number.NaN;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
}

/** The middle of the latencies, the slowest twentieth and the slowest hundredth, in milliseconds. */
export type Latency = { p50: number; p95: number; p99: number };

export function latencyOf(milliseconds: Iterable<number>): Latency {
  const sorted = ascending(milliseconds);
  return { p50: percentile(sorted, 50), p95: percentile(sorted, 95), p99: percentile(sorted, 99) };
}
