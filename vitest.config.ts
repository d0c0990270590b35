/**
 * Four kinds of tests, told apart by their file names:
 * `*.test.ts` without servers, `*.int.test.ts` on the real databases, `*.pipeline.test.ts` on real Kafka and workers,
 * and `apps/web/e2e/*.e2e.test.ts` in a real browser against the built portal.
 */
import { defineConfig } from "vitest/config";
import { makeEnvironment, readExternalEnvironment } from "./packages/local-stack/src/environment";
import { findProfile } from "./packages/local-stack/src/profiles";

const everywhere = "{apps,packages,bench,scripts}/**";
const never = ["**/node_modules/**", "**/dist/**", "**/.next/**"];
/** How long a test waits for something to become so. The default of a second is a timing of the machine. */
const patient = { poll: { timeout: 15_000 } };
const setup = "./packages/local-stack/src/testing";

const env =
  process.env.ERP_SERVERS === "external" ? readExternalEnvironment(process.env) : makeEnvironment(findProfile("test"));

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: [...never, "**/*.{int,pipeline,e2e}.test.ts"],
          // Unit tests share nothing but code, so a fresh process per file would only cost time.
          pool: "threads",
          isolate: false,
          // Tests are never timed: this only ends one that hangs, on the slowest machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: [`${everywhere}/*.int.test.ts`],
          exclude: never,
          env,
          globalSetup: `${setup}/servers-setup.ts`,
          maxWorkers: 2,
          expect: patient,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "pipeline",
          include: [`${everywhere}/*.pipeline.test.ts`],
          exclude: never,
          env,
          globalSetup: `${setup}/servers-setup.ts`,
          // One file at a time: they share the broker and stop servers to see what happens.
          maxWorkers: 1,
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["apps/web/e2e/*.e2e.test.ts"],
          exclude: never,
          env,
          globalSetup: `${setup}/portal-setup.ts`,
          maxWorkers: 1,
          // Of the tests that may run side by side, because they only look.
          maxConcurrency: 2,
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
