import type { Check } from "./source-tree";
import { isCode } from "./source-tree";

/** Which domains a domain may read from; to all others it speaks by events. */
const mayImport: Record<string, string[]> = {
  employees: [],
  files: [],
  approvals: ["employees", "files"],
  leave: ["approvals", "employees"],
  attendance: ["employees", "leave"],
  quests: ["employees", "files"],
  identity: ["employees"],
  notifications: ["approvals", "employees", "leave", "quests"],
  operations: ["employees"],
};

const domainFile = /^packages\/domain\/src\/([a-z-]+)\/[^/]+\.ts$/;
const otherDomain = /from "\.\.\/([a-z-]+)\//g;

export const domainArrows: Check = {
  name: "domains import only the domains below them",
  find: (files) =>
    files.flatMap(({ path, text }) => {
      const allowed = mayImport[domainFile.exec(path)?.[1] ?? ""];
      if (!allowed || !isCode(path) || path.endsWith(".test.ts")) return [];
      const imported = [...text.matchAll(otherDomain)].map(([, name = ""]) => name);
      return imported.filter((name) => !allowed.includes(name)).map((name) => `${path}: must not import ${name}`);
    }),
};
