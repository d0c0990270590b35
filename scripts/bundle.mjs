/**
 * Bundles a program with its `@erp/*` packages into `dist/`, leaving npm packages to Node.
 * Workspace packages export TypeScript sources, so they must be inside the bundle; everything else stays outside,
 * because instrumentation and drivers expect to be loaded by Node itself.
 *
 * Usage: node scripts/bundle.mjs <entry.ts>…   (from the program's folder)
 */
import { build } from "esbuild";

const entryPoints = process.argv.slice(2);
await build({
  entryPoints,
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
  plugins: [
    {
      name: "only-own-packages",
      setup(pluginBuild) {
        pluginBuild.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === "entry-point" || path.startsWith("@erp/") ? undefined : { path, external: true },
        );
      },
    },
  ],
});
