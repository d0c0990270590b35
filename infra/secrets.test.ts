import { describe, expect, it } from "vitest";
import { noMachineAddresses, noSecrets } from "../scripts/structure/leaks";
import { readSourceTree } from "../scripts/structure/source-tree";
import { repoRoot } from "./commands/output";

describe("the tree", () => {
  const files = readSourceTree(repoRoot);

  it("no secret lies in the tree", () => {
    expect(files.length).toBeGreaterThan(500);
    expect(noSecrets.find(files)).toEqual([]);
  });

  it("names no machine and no registry", () => expect(noMachineAddresses.find(files)).toEqual([]));

  it("the scan bites", () => {
    const planted = [{ path: "infra/leak.ts", text: ["const key = 'AKIA", "IOSFODNN7EXAMPLE'"].join("") }];
    expect(noSecrets.find(planted)).toHaveLength(1);
  });
});
