import { dirname, join } from "node:path";
import ts from "typescript";
import type { Check, SourceFile } from "./source-tree";
import { isCode } from "./source-tree";

/** Files that import each other can only be understood together, and may meet half-initialised. */
export const noImportCycles: Check = {
  name: "no import cycles between files",
  find(files) {
    const graph = buildGraph(files.filter(({ path }) => isCode(path)));
    return findCycles(graph).map((cycle) => [...cycle, cycle[0]].join(" → "));
  },
};

function buildGraph(files: SourceFile[]): Map<string, string[]> {
  const known = new Set(files.map(({ path }) => path));
  return new Map(
    files.map(({ path, text }) => {
      const { importedFiles } = ts.preProcessFile(withoutTypeImports(text), true, true);
      const targets = importedFiles.map(({ fileName }) => resolveImport(path, fileName, known));
      return [path, targets.filter((target) => target !== undefined)];
    }),
  );
}

/** Types are gone at run time, so importing only them joins nothing. */
function withoutTypeImports(text: string): string {
  return text.replaceAll(/^(?:import|export) type [^;]*?from\s+["'][^"']+["'];?$/gm, "");
}

function resolveImport(from: string, specifier: string, known: Set<string>): string | undefined {
  const base = locate(from, specifier);
  if (base === undefined) return undefined;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}.js`, `${base}/index.ts`, `${base}/index.js`];
  return candidates.find((candidate) => known.has(candidate));
}

function locate(from: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return join(dirname(from), specifier);
  if (specifier.startsWith("@/")) return join("apps/web/src", specifier.slice(2));
  const [, name, path] = specifier.match(/^@erp\/([^/]+)\/(.+)$/) ?? [];
  if (name === undefined || path === undefined) return undefined;
  const folder = name === "web" || name === "workers" ? `apps/${name}` : `packages/${name}`;
  return `${folder}/src/${path}`;
}

/** Depth first; every way back to a file that is still open closes a cycle. Each cycle is told once. */
function findCycles(graph: Map<string, string[]>): string[][] {
  const done = new Set<string>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): void => {
    const start = open.indexOf(file);
    if (start >= 0) cycles.push(open.slice(start));
    if (start >= 0 || done.has(file)) return;
    open.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    open.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}
