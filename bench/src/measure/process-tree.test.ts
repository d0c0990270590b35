import { describe, expect, it } from "vitest";
import { cpuOfTree, type ProcessStat, parseStat } from "./process-tree";

describe("a line of /proc/<pid>/stat", () => {
  it("is read past a name with spaces and parentheses", () => {
    const line =
      "4711 (next (server) 1) S 4700 4711 4711 0 -1 4194304 900 0 0 0 150 50 7 3 20 0 11 0 123456 987654 4321 0";
    expect(parseStat(line)).toEqual({ pid: 4711, parentPid: 4700, cpuMilliseconds: 2_100 });
  });
});

describe("the CPU time of a tree", () => {
  const stat = (pid: number, parentPid: number, cpuMilliseconds: number): ProcessStat => ({
    pid,
    parentPid,
    cpuMilliseconds,
  });

  it("adds grandchildren, in whatever order they are listed, and nobody else", () => {
    const processes = [stat(30, 20, 4), stat(20, 10, 2), stat(10, 1, 1), stat(99, 1, 1_000)];
    expect(cpuOfTree(10, processes)).toBe(7);
  });

  it("is nothing for a process that has ended", () => {
    expect(cpuOfTree(10, [stat(99, 1, 1_000)])).toBe(0);
  });
});
