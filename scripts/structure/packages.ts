import type { Check, SourceFile } from "./source-tree";

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Who may import whom. `turbo boundaries` refuses what a manifest does not declare, so the manifests are where it is decided. */
const mayDependOn: Record<string, string[]> = {
  "@erp/contracts": [],
  "@erp/telemetry": [],
  "@erp/identity": ["@erp/contracts", "@erp/telemetry"],
  "@erp/db": ["@erp/contracts", "@erp/telemetry"],
  "@erp/domain": ["@erp/contracts", "@erp/db", "@erp/identity", "@erp/telemetry"],
  "@erp/api": ["@erp/contracts", "@erp/domain", "@erp/telemetry"],
  "@erp/web": ["@erp/api", "@erp/contracts", "@erp/telemetry"],
  "@erp/workers": ["@erp/contracts", "@erp/db", "@erp/domain", "@erp/telemetry"],
};

export const declaredDependencies: Check = {
  name: "packages depend only on the layers below them",
  find: (files) =>
    readManifests(files).flatMap(({ path, manifest }) => {
      const allowed = mayDependOn[manifest.name];
      if (!allowed) return [];
      return Object.keys(manifest.dependencies ?? {})
        .filter((name) => name.startsWith("@erp/") && !allowed.includes(name))
        .map((name) => `${path}: ${manifest.name} must not depend on ${name}`);
    }),
};

export const exactPins: Check = {
  name: "every dependency is pinned exactly",
  find: (files) =>
    readManifests(files).flatMap(({ path, manifest }) =>
      listDependencies(manifest)
        .filter(([name, version]) => !isPinned(name, version))
        .map(([name, version]) => `${path}: pin ${name} to one version instead of "${version}"`),
    ),
};

/** `npm ci` refuses a lockfile that says something else than the manifests; better to hear it here than on a fresh clone. */
export const lockfileInSync: Check = {
  name: "package-lock.json agrees with every package.json",
  find(files) {
    const lock = files.find(({ path }) => path === "package-lock.json");
    if (!lock) return ["package-lock.json is missing: npm install --package-lock-only"];
    const { packages } = JSON.parse(lock.text) as { packages: Record<string, Manifest> };
    return readManifests(files).flatMap(({ path, manifest }) => {
      const locked = packages[path.replace(/\/?package\.json$/, "")];
      if (!locked || describe(locked) === describe(manifest)) return [];
      return [`${path} and package-lock.json differ: npm install --package-lock-only`];
    });
  },
};

function describe(manifest: Manifest): string {
  return JSON.stringify(listDependencies(manifest).sort());
}

function listDependencies({ dependencies, devDependencies }: Manifest): [string, string][] {
  return [...Object.entries(dependencies ?? {}), ...Object.entries(devDependencies ?? {})];
}

function isPinned(name: string, version: string): boolean {
  return name.startsWith("@erp/") ? version === "*" : /^(\d+\.\d+\.\d+(-[\w.]+)?|file:.+)$/.test(version);
}

function readManifests(files: SourceFile[]): { path: string; manifest: Manifest }[] {
  return files
    .filter(({ path }) => /(^|\/)package\.json$/.test(path))
    .map(({ path, text }) => ({ path, manifest: JSON.parse(text) as Manifest }));
}
