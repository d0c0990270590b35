import { addDays, type CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { adjust, giveBack, hold, type OpenEntry, release, settle } from "./leave.allocation.rules";
import { type Account, balanceOf, emptyAccount, entitle, type LotSpec, lapse } from "./leave.ledger.rules";
import { milestoneLot, settleReward } from "./leave.rewards.rules";

const FIRST_DAY = "2026-01-01" as CalendarDate;
const person = "01ARZ3NDEKTSV4RRFFQ69G5FAV" as EmployeeId;
const nothing = emptyAccount(person, FIRST_DAY);

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
  const both = entitle(entitle(nothing, statutory, 480), reward, 480);

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
    const one = entitle(nothing, statutory, 480);
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

describe("rewards, taken back and earned again", () => {
  const milestone = (today: CalendarDate) => milestoneLot(person, 1, today);
  const DAY = 480;
  const earned = settleReward(nothing, milestone(FIRST_DAY), DAY);
  const revoke = (account: Account) => settleReward(account, milestone(account.today), 0);
  const earnAgain = (account: Account) => settleReward(account, milestone(account.today), DAY);
  const at = (account: Account, today: string) => lapse({ ...account, today: today as CalendarDate });
  const kindsOf = (account: Account) => account.newEntries.map(({ kind, minutes }) => `${kind} ${minutes}`);

  it("what is held when the reward is taken back goes when it is released", () => {
    const held = revoke(hold(earned, "R1" as DocumentId, [slice("2026-02-02")]));
    expect(kindsOf(held)).toEqual(["GRANT 480", "HOLD -480"]);
    const released = release(held, open(held, "HOLD", "R1"));
    expect(kindsOf(released).slice(2)).toEqual(["RELEASE 480", "REVERSE -480"]);
    expect(balanceOf(earnAgain(released))).toBe(DAY);
  });

  it("what was taken stays, and goes when the leave is cancelled after all", () => {
    const held = revoke(hold(earned, "R1" as DocumentId, [slice("2026-02-02", 300)]));
    const taken = settle(held, open(held, "HOLD", "R1"));
    expect(balanceOf(taken)).toBe(0);
    expect(balanceOf(giveBack(taken, open(taken, "USE", "R1"), null))).toBe(0);
  });

  it("earned again before the held day is released, nothing is owed any more", () => {
    const held = earnAgain(revoke(hold(earned, "R1" as DocumentId, [slice("2026-02-02")])));
    expect(balanceOf(release(held, open(held, "HOLD", "R1")))).toBe(DAY);
  });

  it("what is earned again after the lot has ended can be taken for a year, less what was spent", () => {
    const spent = hold(earned, "R1" as DocumentId, [slice("2026-02-02", 300)]);
    const settled = settle(spent, open(spent, "HOLD", "R1"));
    const again = earnAgain(at(revoke(settled), "2027-03-02"));
    expect(balanceOf(lapse(again))).toBe(180);
    expect(again.newLots.at(-1)).toMatchObject({
      key: `attendance:${person}:1:2027-03-02`,
      startsOn: "2027-03-02",
      expiresOn: "2028-03-01",
    });
    expect(balanceOf(revoke(again))).toBe(0);
    expect(balanceOf(earnAgain(revoke(again)))).toBe(180);
  });

  it("a day that was left to lapse is not earned again", () => {
    expect(balanceOf(earnAgain(revoke(at(earned, "2027-03-02"))))).toBe(0);
  });

  type Move =
    | { do: "earn" }
    | { do: "revoke" }
    | { do: "hold"; request: number; inDays: number; minutes: number }
    | { do: "release" | "settle" | "giveBack"; request: number }
    | { do: "wait"; days: number };
  const request = fc.nat(3);
  const anyMove: fc.Arbitrary<Move> = fc.oneof(
    fc.record({ do: fc.constant("earn" as const) }),
    fc.record({ do: fc.constant("revoke" as const) }),
    fc.record({
      do: fc.constant("hold" as const),
      request,
      inDays: fc.integer({ min: 0, max: 300 }),
      minutes: fc.integer({ min: 1, max: DAY }),
    }),
    fc.record({ do: fc.constantFrom("release" as const, "settle" as const, "giveBack" as const), request }),
    fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 250 }) }),
  );

  function move(account: Account, each: Move): Account {
    if (each.do === "earn") return earnAgain(account);
    if (each.do === "revoke") return revoke(account);
    if (each.do === "wait") return lapse({ ...account, today: addDays(account.today, each.days) });
    const id = `R${each.request}` as DocumentId;
    if (each.do === "hold") return hold(account, id, [slice(addDays(account.today, each.inDays), each.minutes)]);
    if (each.do === "giveBack") return giveBack(account, open(account, "USE", id), null);
    return (each.do === "release" ? release : settle)(account, open(account, "HOLD", id));
  }

  it("whatever happens in whatever order: one day and never more, nothing left of what is not earned, all of what is", () => {
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 10, maxLength: 60 }), (moves) => {
        let account = nothing;
        let isEarned = false;
        for (const each of moves) {
          const grantedBefore = grantedIn(account);
          const balanceBefore = balanceOf(account);
          account = refusedOr(account, () => lapse(move(account, each)));
          if (each.do === "earn") {
            isEarned = true;
            expect(balanceOf(account) - balanceBefore).toBe(DAY - grantedBefore);
          }
          if (each.do === "revoke") isEarned = false;
          expect(grantedIn(account)).toBeLessThanOrEqual(DAY);
          if (isEarned) expect(grantedIn(account)).toBe(DAY);
          else expect(balanceOf(account)).toBe(0);
          for (const lot of account.lots.values()) {
            expect(lot.minutes).toBeGreaterThanOrEqual(0);
            expect(lot.owedMinutes === 0 || lot.minutes === 0).toBe(true);
          }
          expect(balanceOf(account)).toBe(account.newEntries.reduce((sum, entry) => sum + entry.minutes, 0));
        }
      }),
      { numRuns: 150 },
    );
  });

  function grantedIn(account: Account): number {
    return [...account.lots.values()].reduce((sum, lot) => sum + lot.grantedMinutes, 0);
  }
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
  return refusedOr(account, () => lapse(apply(account, step, index)));
}

/** What is refused changes nothing. */
function refusedOr(account: Account, act: () => Account): Account {
  try {
    return act();
  } catch (refusal) {
    if (refusal instanceof DomainError) return account;
    throw refusal;
  }
}

describe("E38: whatever happens in whatever order", () => {
  it("no lot and no balance falls below zero, the balance is the sum of the ledger, every hold and use ends at most once", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 20, maxLength: 80 }), (steps) => {
        let account = nothing;
        for (const [index, step] of steps.entries()) {
          account = applyOrRefuse(account, step, index);
          for (const each of account.lots.values()) {
            expect(each.minutes).toBeGreaterThanOrEqual(0);
            expect(each.owedMinutes === 0 || each.minutes === 0).toBe(true);
          }
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
        const { newEntries } = steps.reduce((account, step, index) => applyOrRefuse(account, step, index), nothing);
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
