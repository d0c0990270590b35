import { parseArgs } from "node:util";

/** What can be asked for with `--only`; the floor is measured every time, because the rest is read beside it. */
export const parts = [
  "sign-in",
  "directory",
  "waiting-box",
  "document",
  "submit",
  "decide",
  "check-in",
  "balance",
  "quest-list",
  "dashboard",
  "pages",
  "journeys",
  "company-day",
  "scale",
] as const;
export type Part = (typeof parts)[number];

/** How much is measured. Sizes are numbers of approval documents. */
export type Plan = {
  isQuick: boolean;
  parts: readonly Part[];
  rounds: number;
  /** Seconds of one round; the warm-up before the first is half as long. */
  secondsPerRound: number;
  connections: readonly number[];
  /** Concurrency at which the lists are compared over the sizes. */
  scaleConnections: number;
  /** The first is what the others are compared with. */
  sizes: readonly number[];
  /** The operations are measured with this many documents in the store. */
  operationsSize: number;
  /** How often each journey between two people is made, one at a time. */
  journeyRepetitions: number;
  employees: number;
  /** How many of the employees have an account and sign in. */
  signedInPeople: number;
  /** Writes `results/<date>.md` too, to be committed. */
  isRecorded: boolean;
};

const full = {
  rounds: 3,
  secondsPerRound: 6,
  connections: [10, 50, 100],
  scaleConnections: 10,
  journeyRepetitions: 200,
  employees: 10_000,
  signedInPeople: 400,
};
const quick = { ...full, rounds: 1, secondsPerRound: 3, journeyRepetitions: 40, signedInPeople: 120 };

const fullSizes = [1_000, 100_000, 1_000_000];
const quickSizes = [1_000, 10_000];

export const usage = `npm run bench -- [options]
  --quick                one round, small sizes, a few minutes
  --only submit,decide   some of: ${parts.join(", ")}
  --documents 200000     the largest number of documents (full: 1000000, quick: 10000)
  --record               also writes results/<date>.md`;

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function readPlan(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      documents: { type: "string" },
      record: { type: "boolean", default: false },
    },
  });
  const sizes = chooseSizes(values.quick ? quickSizes : fullSizes, values.documents);
  return {
    ...(values.quick ? quick : full),
    isQuick: values.quick,
    parts: chooseParts(values.only),
    sizes,
    operationsSize: Math.min(100_000, ...sizes.slice(1)),
    isRecorded: values.record,
  };
}

function chooseParts(only: string | undefined): readonly Part[] {
  if (only === undefined) return parts;
  const names = only.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !isPart(name));
  if (unknown.length > 0) throw new Error(`there is no ${unknown.join(", ")}; --only takes ${parts.join(", ")}`);
  return names.filter(isPart);
}

function isPart(name: string): name is Part {
  return parts.some((known) => known === name);
}

/** The largest size as asked for, and the smaller ones of the list below it. */
function chooseSizes(sizes: readonly number[], largest: string | undefined): number[] {
  if (largest === undefined) return [...sizes];
  const count = Number(largest);
  const smallest = Math.min(...sizes);
  if (!Number.isInteger(count) || count <= smallest)
    throw new Error(`--documents takes a whole number above ${smallest}`);
  return [...fullSizes.filter((size) => size < count), count];
}
