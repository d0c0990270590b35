import type { Floor } from "./measure/floor";
import type { Machine } from "./measure/machine";
import type { Latency, Spread } from "./measure/statistics";
import type { CpuUse } from "./measure/usage";
import type { Part, Plan } from "./options";

/** One operation at one number of connections, over all rounds. Times in milliseconds. */
export type OperationResult = {
  part: Part;
  title: string;
  connections: number;
  requestsPerSecond: Spread;
  p50: Spread;
  p95: Spread;
  p99: Spread;
  /** CPU milliseconds of one request, the workers' share after it included. */
  cpuPerRequest: CpuUse;
  answered: number;
  /** Answers that were no 2xx, broken connections and timeouts, by what they were. Must be empty. */
  refused: Record<string, number>;
  /** Answered with success and yet without effect once the workers were done. Must be 0; null where there is none to look for. */
  missingEffects: number | null;
  /** How long the workers went on after the last answer of a round; null where they have nothing to do. */
  catchUpSeconds: Spread | null;
};

/** Something that takes place between two people, one at a time, in milliseconds. */
export type JourneyResult = { title: string; repetitions: number; latency: Latency; slowest: number };

/** One list at one size of the archive. */
export type ScaleResult = OperationResult & { documents: number };

export type LoadedArchive = { documents: number; seconds: number };

/** One morning of the whole company, and what follows from it. */
export type CompanyDayResult = {
  people: number;
  attendanceRows: number;
  /** Rows for this day: one for each person, however often they were asked. */
  checkedIn: number;
  refused: Record<string, number>;
  checkInSeconds: number;
  /** Milliseconds. */
  p99: number;
  /** Who was paid, in how many lots and grants; all three must be the number of people. */
  rewards: { people: number; lots: number; grants: number };
  /** From the first check-in until the last reward. */
  secondsUntilPaid: number;
  /** A run of the statutory accrual with something to do, and one without. */
  accrual: { people: number; entries: number; seconds: number };
  accrualAgain: { people: number; entries: number; seconds: number };
};

/** Resident memory in bytes; null where the program does not run on this machine. */
export type Memory = { web: number | null; workers: number | null };

/** Everything one run has found out, as `results/latest.json` holds it. */
export type BenchResult = Omit<Plan, "isRecorded"> & {
  /** ISO 8601. */
  measuredAt: string;
  machine: Machine;
  floor: Floor;
  operations: OperationResult[];
  journeys: JourneyResult[];
  scale: ScaleResult[];
  loads: LoadedArchive[];
  /** Null when it was not asked for. */
  companyDay: CompanyDayResult | null;
  memory: Memory;
};
