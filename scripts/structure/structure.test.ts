/** Each check once with a tree that it must refuse and once with one that it must leave alone. */
import { describe, expect, test } from "vitest";
import { noClockInDomain } from "./clock";
import { domainArrows } from "./domains";
import { noImportCycles } from "./imports";
import { noMachineAddresses, noSecrets } from "./leaks";
import { domainFileNames, kebabCaseNames, noVagueNames } from "./names";
import { declaredDependencies, exactPins, lockfileInSync } from "./packages";
import { describeLengths, fileLengths } from "./sizes";
import type { Check } from "./source-tree";

type Tree = Record<string, string | object>;

interface Case {
  check: Check;
  bad: Tree;
  good: Tree;
}

const domain = "packages/domain/src";
const lock = (dependencies: object) => ({ packages: { "": {}, "packages/db": { dependencies } } });

const cases: Case[] = [
  {
    check: domainFileNames,
    bad: { [`${domain}/leave/leave-service.ts`]: "" },
    good: {
      [`${domain}/leave/leave.rules.ts`]: "",
      [`${domain}/leave/leave.carry-over.mutations.int.test.ts`]: "",
      [`${domain}/seed/company.ts`]: "",
      [`${domain}/context.ts`]: "",
    },
  },
  {
    check: domainArrows,
    bad: { [`${domain}/approvals/approvals.queries.ts`]: 'import { a } from "../leave/leave.queries";' },
    good: {
      [`${domain}/leave/leave.queries.ts`]: 'import { a } from "../approvals/approvals.queries";',
      [`${domain}/approvals/approvals.int.test.ts`]: 'import { a } from "../leave/leave.queries";',
      [`${domain}/seed/company.ts`]: 'import { a } from "../leave/leave.queries";',
    },
  },
  {
    check: noVagueNames,
    bad: { "apps/web/src/lib/date-utils.ts": "" },
    good: { "apps/web/src/lib/format-day.ts": "" },
  },
  { check: noVagueNames, bad: { "packages/db/src/index.ts": "" }, good: { "packages/db/src/indexes.ts": "" } },
  {
    check: kebabCaseNames,
    bad: { "apps/web/src/components/DataTable.tsx": "" },
    good: {
      "apps/web/src/app/(portal)/approvals/[documentId]/page.tsx": "",
      "apps/web/src/app/[...rest]/not-found.tsx": "",
    },
  },
  {
    check: fileLengths,
    bad: { "a.ts": "x\n".repeat(401) },
    good: { "a.ts": "x\n".repeat(400), "b.json": "1\n".repeat(900) },
  },
  {
    check: noClockInDomain,
    bad: { [`${domain}/leave/leave.rules.ts`]: "const today = new Date();" },
    good: { [`${domain}/clock.ts`]: "now: () => new Date()", [`${domain}/leave/leave.rules.ts`]: "new Date(day)" },
  },
  {
    check: noImportCycles,
    bad: { "packages/db/src/a.ts": 'import { b } from "./b";', "packages/db/src/b.ts": 'export * from "@erp/db/a";' },
    good: {
      "packages/db/src/a.ts": 'import { b } from "./b";',
      "packages/db/src/b.ts": 'import type { A } from "./a";',
    },
  },
  {
    check: declaredDependencies,
    bad: { "packages/api/package.json": { name: "@erp/api", dependencies: { "@erp/db": "*" } } },
    good: { "packages/api/package.json": { name: "@erp/api", dependencies: { "@erp/domain": "*", zod: "4.6.7" } } },
  },
  {
    check: exactPins,
    bad: { "package.json": { devDependencies: { zod: "^4.6.7" } } },
    good: { "package.json": { dependencies: { zod: "4.6.7", "@erp/db": "*" } } },
  },
  {
    check: lockfileInSync,
    bad: { "packages/db/package.json": { dependencies: { zod: "4.6.7" } }, "package-lock.json": lock({}) },
    good: {
      "packages/db/package.json": { dependencies: { zod: "4.6.7" } },
      "package-lock.json": lock({ zod: "4.6.7" }),
    },
  },
  {
    check: noMachineAddresses,
    bad: { "a.md": ["clone it to /ho", "me/someone/erp"].join("") },
    good: { "a.md": "clone it to ~/erp, open /home and /work" },
  },
  {
    check: noMachineAddresses,
    bad: { "a.sh": ["curl deb", "debian", "org"].join(".") },
    good: { "a.sh": "apt-get update" },
  },
  {
    check: noSecrets,
    bad: { "env.ts": ["const id = 'AKIA", "ABCDEFGHIJKLMNOP'"].join("") },
    good: { "env.ts": "const url = 'mysql://erp_app:$PASSWORD@db/erp'" },
  },
];

describe.each(cases)("$check.name", ({ check, bad, good }) => {
  test("refuses", () => expect(check.find(plant(bad))).toHaveLength(1));
  test("leaves alone", () => expect(check.find(plant(good))).toEqual([]));
});

test("lengths are told as median, p95 and longest", () => {
  const text = describeLengths(plant({ "a.ts": "1\n", "b.ts": "1\n2\n", "c.ts": "1\n2\n3\n" }));
  expect(text).toMatch(/^3 files of code: median 2 lines .* longest 3$/);
});

function plant(tree: Tree) {
  return Object.entries(tree).map(([path, content]) => ({
    path,
    text: typeof content === "string" ? content : JSON.stringify(content),
  }));
}
