import type { Check, SourceFile } from "./source-tree";
import { countLines, isCode } from "./source-tree";

const maximum = 400;

export const fileLengths: Check = {
  name: `no file over ${maximum} lines`,
  find: (files) =>
    files
      .filter(({ path }) => isCode(path))
      .map(({ path, text }) => ({ path, lines: countLines(text) }))
      .filter(({ lines }) => lines > maximum)
      .map(({ path, lines }) => `${path}: ${lines} lines; split it by topic (at most ${maximum})`),
};

export function describeLengths(files: SourceFile[]): string {
  const lengths = files
    .filter(({ path }) => isCode(path))
    .map(({ text }) => countLines(text))
    .sort((a, b) => a - b);
  const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  return `${lengths.length} files of code: median ${at(0.5)} lines (aim 60), p95 ${at(0.95)} (aim 250), longest ${at(1)}`;
}
