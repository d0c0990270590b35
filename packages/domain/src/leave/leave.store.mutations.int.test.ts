import { addDays, type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import type { LotKind } from "@erp/contracts/leave";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { buildEmployee } from "../testing/build-employee";
import { type TestContext, testContext } from "../testing/test-context";
import { inTransaction } from "../transaction";
import { accrueAll } from "./leave.accrual.mutations";
import { giveBack, hold, release, settle } from "./leave.allocation.rules";
import { type Account, balanceOf, entitle } from "./leave.ledger.rules";
import { reconcileLedger } from "./leave.reconcile.mutations";
import { changeAccount } from "./leave.store.mutations";
import { readOpenEntries } from "./leave.store.queries";

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

const change = (person: EmployeeRow, work: (account: Account) => Account) =>
  inTransaction(test.ctx, (tx) => changeAccount(test.ctx, tx, person.id, work));

const endWith = (
  person: EmployeeRow,
  requestId: DocumentId,
  kind: "HOLD" | "USE",
  end: typeof release | typeof settle | typeof giveBack,
) =>
  inTransaction(test.ctx, (tx) =>
    changeAccount(test.ctx, tx, person.id, async (account) =>
      end(account, await readOpenEntries(tx, requestId, kind), null),
    ),
  );

const today = () => koreanDate(test.clock.now());
const reward = (person: EmployeeRow, name: string, days: number, kind: LotKind = "ATTENDANCE") => {
  return {
    key: `test:${person.id}:${name}`,
    kind,
    rule: "ATTENDANCE-30" as const,
    startsOn: today(),
    expiresOn: addDays(today(), days),
    weeklyMinutes: null,
  };
};
const slice = (day: CalendarDate, minutes: number) => ({ day, start: 0, end: minutes });

async function totals(person: EmployeeRow) {
  const [row] = await test.ctx.mysql.query(
    `SELECT account.balance_minutes AS balance, COALESCE(SUM(entry.minutes), 0) AS total,
            SUM(entry.kind = 'HOLD') AS holds, SUM(entry.kind = 'RELEASE') AS releases, SUM(entry.kind = 'USE') AS uses
       FROM leave_accounts account LEFT JOIN leave_ledger entry ON entry.employee_id = account.employee_id
      WHERE account.employee_id = ? GROUP BY account.employee_id`,
    [person.id],
  );
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as Record<
    string,
    number
  >;
}

describe("E35–E38 on the real database", () => {
  it("20 parallel holds of the last day: one succeeds", async () => {
    const person = await buildEmployee(test.ctx);
    await change(person, (account) => entitle(account, reward(person, "one", 30), 480));
    const attempts = Array.from({ length: 20 }, () =>
      change(person, (account) => hold(account, newId<DocumentId>(test.clock), [slice(today(), 480)])),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await totals(person)).toMatchObject({ balance: 0, total: 0, holds: 1 });
  });

  it("E36: settled five times at once, and released at the same time: one end, at most one use", async () => {
    const person = await buildEmployee(test.ctx);
    const request = newId<DocumentId>(test.clock);
    await change(person, (account) =>
      hold(entitle(account, reward(person, "one", 30), 480), request, [slice(today(), 480)]),
    );
    await Promise.all([
      ...Array.from({ length: 5 }, () => endWith(person, request, "HOLD", settle)),
      ...Array.from({ length: 5 }, () => endWith(person, request, "HOLD", release)),
    ]);
    const { balance, releases, uses } = await totals(person);
    expect([releases, balance]).toEqual([1, uses === 1 ? 0 : 480]);
  });

  it("the database refuses a second end of a hold even without the lock", async () => {
    const person = await buildEmployee(test.ctx);
    const request = newId<DocumentId>(test.clock);
    await change(person, (account) =>
      hold(entitle(account, reward(person, "one", 30), 480), request, [slice(today(), 480)]),
    );
    const [held] = await readOpenEntries(test.ctx.mysql.manager, request, "HOLD");
    await endWith(person, request, "HOLD", release);
    const again = change(person, (account) => release(account, held ? [held] : []));
    await expect(again).rejects.toMatchObject({ errno: 1062 });
    expect(await totals(person)).toMatchObject({ balance: 480, releases: 1 });
  });

  it("E38: random operations and crashes: never negative, balance = sum, every hold ends once", async () => {
    const step = fc.record({
      act: fc.constantFrom("entitle", "hold", "hold", "settle", "release", "giveBack", "wait", "crash"),
      request: fc.nat(3),
      hours: fc.integer({ min: 1, max: 16 }),
      days: fc.integer({ min: 1, max: 25 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (steps) => {
        const person = await buildEmployee(test.ctx);
        const requests = Array.from({ length: 4 }, () => newId<DocumentId>(test.clock));
        for (const [index, { act, request, hours, days }] of steps.entries()) {
          const id = requests[request] as DocumentId;
          const acts: Record<string, () => Promise<unknown>> = {
            entitle: () =>
              change(person, (account) => entitle(account, reward(person, String(index % 5), days), hours * 60)),
            hold: () => change(person, (account) => hold(account, id, [slice(addDays(today(), days % 7), hours * 60)])),
            settle: () => endWith(person, id, "HOLD", settle),
            release: () => endWith(person, id, "HOLD", release),
            giveBack: () => endWith(person, id, "USE", giveBack),
            wait: async () => test.clock.advance(days * 86_400_000),
            crash: () => change(person, (account) => crashAfter(hold(account, id, [slice(today(), 60)]))),
          };
          await acts[act]?.().catch(ignoreRefusal);
        }
        await change(person, (account) => account);
        const { balance, total, holds, releases } = await totals(person);
        expect(balance).toBe(total);
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(releases).toBeLessThanOrEqual(holds ?? 0);
      }),
      { numRuns: 25 },
    );
    expect((await reconcileLedger(test.ctx)).filter((drift) => drift.kind !== "grants-differ")).toEqual([]);
  });
});

describe("reconcileLedger", () => {
  it("finds nothing in a ledger that is right", async () => {
    await accrueAll(test.ctx);
    expect(await reconcileLedger(test.ctx)).toEqual([]);
  });

  it("takes back a use that no hold stands behind, by a REVERSE, and sums up a balance that differs", async () => {
    const person = await buildEmployee(test.ctx, { hireDate: today() });
    const spec = reward(person, "one", 30);
    const filled = await change(person, (account) => entitle(account, spec, 960));
    const row = [
      newId(test.clock),
      person.id,
      spec.key,
      2,
      "USE",
      -480,
      today(),
      newId(test.clock),
      today(),
      test.clock.now(),
    ];
    const columns =
      "id, employee_id, lot_key, lot_entry, kind, minutes, effective_on, request_id, leave_day, recorded_at";
    await test.ctx.mysql.query(`INSERT INTO leave_ledger (${columns}) VALUES (?)`, [row]);
    const drifts = (await reconcileLedger(test.ctx)).filter(
      (drift) => drift.kind !== "grants-differ" && drift.employeeId === person.id,
    );
    expect(drifts).toEqual([{ kind: "used-without-hold", employeeId: person.id, minutes: 480 }]);
    expect(await totals(person)).toMatchObject({ balance: balanceOf(filled), total: 960 });
    await test.ctx.mysql.query("UPDATE leave_accounts SET balance_minutes = 5 WHERE employee_id = ?", [person.id]);
    const differs = { kind: "balance-differs", employeeId: person.id, minutes: 5 - 960 };
    expect(await reconcileLedger(test.ctx)).toContainEqual(differs);
    expect(await totals(person)).toMatchObject({ balance: 960 });
    await accrueAll(test.ctx);
    expect(await reconcileLedger(test.ctx)).toEqual([]);
  });
});

function crashAfter(_account: Account): Account {
  throw new Error("the process died here");
}

function ignoreRefusal(error: unknown): void {
  if (error instanceof DomainError || (error as Error).message === "the process died here") return;
  throw error;
}
