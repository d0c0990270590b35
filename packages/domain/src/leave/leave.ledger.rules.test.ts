import { addDays, type CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { adjust, giveBack, hold, type OpenEntry, release, settle } from "./leave.allocation.rules";
import { type Account, balanceOf, entitle, type LotSpec, lapse } from "./leave.ledger.rules";

const FIRST_DAY = "2026-01-01" as CalendarDate;
const person = "01ARZ3NDEKTSV4RRFFQ69G5FAV" as EmployeeId;
const emptyAccount: Account = { employeeId: person, today: FIRST_DAY, lots: new Map(), newLots: [], newEntries: [] };

function lot(key: string, startsOn: string, expiresOn: string): LotSpec {
  return {
    key,
    kind: "ATTENDANCE",
    rule: "ATTENDANCE-30",
    startsOn: startsOn as CalendarDate,
    expiresOn: expiresOn as CalendarDate,
    weeklyMinutes: null,
  };
}

/** The entries of one kind that nothing has ended; an entry's id is its place in the ledger. */
function open(account: Account, kind: "HOLD" | "USE", requestId: string): OpenEntry[] {
  const ended = new Set(account.newEntries.map((entry) => entry.endsEntryId));
  const entries = account.newEntries.map((entry, index) => ({ ...entry, id: String(index) }));
  return entries.filter(
    (entry) => entry.kind === kind && entry.requestId === requestId && !ended.has(entry.id),
  ) as OpenEntry[];
}

const slice = (day: string, minutes = 480) => ({ day: day as CalendarDate, start: 0, end: minutes });

describe("lots", () => {
  const reward = lot("reward", "2026-01-01", "2026-06-30");
  const statutory = lot("statutory", "2026-01-01", "2026-12-31");
  const both = entitle(entitle(emptyAccount, statutory, 480), reward, 480);

  it("the lot that ends first is used first", () => {
    const held = hold(both, "R1" as DocumentId, [slice("2026-02-02")]);
    expect([...held.lots.values()].map((each) => [each.key, each.minutes])).toEqual([
      ["statutory", 480],
      ["reward", 0],
    ]);
  });
  it("a day after a lot's end is not taken from it", () => {
    const held = hold(both, "R1" as DocumentId, [slice("2026-07-01")]);
    expect(held.lots.get("statutory")?.minutes).toBe(0);
    expect(() => hold(held, "R2" as DocumentId, [slice("2026-07-02")])).toThrow("not enough leave");
  });
  it("E35: with one day left, the second request of a day is refused until the first is released", () => {
    const one = entitle(emptyAccount, statutory, 480);
    const held = hold(one, "R1" as DocumentId, [slice("2026-02-02")]);
    expect(() => hold(held, "R2" as DocumentId, [slice("2026-02-03")])).toThrow("not enough leave");
    const freed = release(held, open(held, "HOLD", "R1"));
    expect(balanceOf(hold(freed, "R2" as DocumentId, [slice("2026-02-03")]))).toBe(0);
  });
  it("leave cancelled after its lot has ended comes back and lapses at once, both visible", () => {
    const held = hold(both, "R1" as DocumentId, [slice("2026-06-30")]);
    const settled = settle(held, open(held, "HOLD", "R1"));
    const later = lapse({ ...settled, today: "2026-07-05" as CalendarDate });
    const cancelled = giveBack(later, open(later, "USE", "R1"), "not needed");
    expect(
      cancelled.newEntries.slice(-2).map(({ kind, minutes, effectiveOn }) => [kind, minutes, effectiveOn]),
    ).toEqual([
      ["REVERSE", 480, "2026-07-05"],
      ["EXPIRE", -480, "2026-07-05"],
    ]);
  });
  it("a lapse missed for months is dated on the day it should have been", () => {
    const entries = lapse({ ...both, today: "2026-11-20" as CalendarDate }).newEntries;
    expect(entries.at(-1)).toMatchObject({
      kind: "EXPIRE",
      minutes: -480,
      effectiveOn: "2026-07-01",
      lotKey: "reward",
    });
  });
  it("a reward taken back before it was spent is reversed, and given again when it is earned again", () => {
    const back = entitle(both, reward, 0);
    expect([back.lots.get("reward")?.minutes, entitle(back, reward, 480).lots.get("reward")?.minutes]).toEqual([
      0, 480,
    ]);
  });
  it("a reward taken back after it was spent leaves no debt, and is not paid twice", () => {
    const spent = hold(both, "R1" as DocumentId, [slice("2026-02-02", 300)]);
    const back = entitle(spent, reward, 0);
    expect(back.lots.get("reward")).toMatchObject({ minutes: 0, grantedMinutes: 300 });
    expect(entitle(back, reward, 480).lots.get("reward")).toMatchObject({ minutes: 180, grantedMinutes: 480 });
  });
});

type Step =
  | { do: "entitle"; lot: number; minutes: number; days: number }
  | { do: "hold"; request: number; inDays: number; minutes: number }
  | { do: "release" | "settle" | "giveBack"; request: number }
  | { do: "adjust"; minutes: number }
  | { do: "wait"; days: number };

const minutes = fc.integer({ min: 1, max: 16 }).map((hours) => hours * 60);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("entitle" as const),
    lot: fc.nat(9),
    minutes: fc.oneof(minutes, fc.constant(0)),
    days: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({
    do: fc.constant("hold" as const),
    request: fc.nat(9),
    inDays: fc.integer({ min: -3, max: 40 }),
    minutes,
  }),
  fc.record({ do: fc.constantFrom("release" as const, "settle" as const, "giveBack" as const), request: fc.nat(9) }),
  fc.record({
    do: fc.constant("adjust" as const),
    minutes: fc
      .integer({ min: -10, max: 10 })
      .filter((hours) => hours !== 0)
      .map((hours) => hours * 60),
  }),
  fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 20 }) }),
);

function apply(account: Account, step: Step, index: number): Account {
  const request = "request" in step ? (`R${step.request}` as DocumentId) : null;
  const until = (days: number) => addDays(account.today, days);
  if (step.do === "wait") return lapse({ ...account, today: until(step.days) });
  if (step.do === "entitle")
    return entitle(
      account,
      account.lots.get(`lot-${step.lot}`) ?? lot(`lot-${step.lot}`, account.today, until(step.days)),
      step.minutes,
    );
  if (step.do === "adjust")
    return adjust(account, lot(`adjustment-${index}`, account.today, until(30)), step.minutes, "because");
  if (step.do === "hold") return hold(account, request as DocumentId, [slice(until(step.inDays), step.minutes)]);
  if (step.do === "giveBack") return giveBack(account, open(account, "USE", request as string), null);
  return (step.do === "release" ? release : settle)(account, open(account, "HOLD", request as string));
}

function applyOrRefuse(account: Account, step: Step, index: number): Account {
  try {
    return lapse(apply(account, step, index));
  } catch (refusal) {
    if (refusal instanceof DomainError) return account;
    throw refusal;
  }
}

describe("E38: whatever happens in whatever order", () => {
  it("no lot and no balance falls below zero, the balance is the sum of the ledger, every hold and use ends at most once", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 20, maxLength: 80 }), (steps) => {
        let account = emptyAccount;
        for (const [index, step] of steps.entries()) {
          account = applyOrRefuse(account, step, index);
          for (const each of account.lots.values()) expect(each.minutes).toBeGreaterThanOrEqual(0);
          expect(balanceOf(account)).toBe(account.newEntries.reduce((sum, entry) => sum + entry.minutes, 0));
        }
        const ended = account.newEntries.flatMap((entry) => (entry.endsEntryId === null ? [] : [entry.endsEntryId]));
        expect(new Set(ended).size).toBe(ended.length);
        const numbers = account.newEntries.map((entry) => `${entry.lotKey}#${entry.lotEntry}`);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 300 },
    );
  });

  it("a hold ends in exactly the minutes it held, day for day", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 20, maxLength: 80 }), (steps) => {
        const { newEntries } = steps.reduce(
          (account, step, index) => applyOrRefuse(account, step, index),
          emptyAccount,
        );
        for (const ending of newEntries.filter((entry) => entry.endsEntryId !== null)) {
          const begun = newEntries[Number(ending.endsEntryId)];
          expect(begun).toMatchObject({
            minutes: -ending.minutes,
            lotKey: ending.lotKey,
            requestId: ending.requestId,
            leaveDay: ending.leaveDay,
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});
