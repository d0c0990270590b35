import type { EmployeeId } from "@erp/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { lastMailedCode, newAddress, TEST_PASSWORD } from "../testing/accounts";
import { buildDepartment } from "../testing/build-department";
import { expectRefusal } from "../testing/expect-refusal";
import { auditOf, eventsOf } from "../testing/records";
import { confirmed, newSource, signedIn, signedUp, ticketOf } from "../testing/sign-in";
import { type TestContext, testContext } from "../testing/test-context";
import { exchangeTicket, signIn } from "./identity.mutations";
import { confirmSignUp, resendCode, signUp } from "./identity.sign-up.mutations";

let test: TestContext;
let ctx: Ctx;

beforeAll(async () => {
  test = await testContext();
  ctx = test.ctx;
  test.clock.followRealTime();
  await buildDepartment(ctx, { code: "SALES", nameKo: "영업팀" });
});
afterAll(() => test.close());

let source: string;
beforeEach(() => {
  source = newSource();
});

describe("signing up", () => {
  it("E1: makes exactly one employee, with the name and department chosen, at the first sign-in", async () => {
    const email = await confirmed(ctx, "김새봄");
    expect(await peopleAt(email)).toEqual([]);
    const actor = await signedIn(ctx, email);
    await signedIn(ctx, email);
    expect(await peopleAt(email)).toMatchObject([
      { id: actor.id, name: "김새봄", department: "영업팀", role: "STAFF", position: "SAWON", posts: 1 },
    ]);
    expect((await eventsOf(ctx, actor.id)).map(({ name }) => name)).toEqual(["employee.joined"]);
    expect((await auditOf(ctx, actor.id)).map(({ action }) => action)).toEqual(["employee.joined"]);
    expect(await ctx.mysql.query("SELECT * FROM sign_ups WHERE email = ?", [email])).toEqual([]);
  });

  it("E6: two first sign-ins at once make one employee", async () => {
    const email = await confirmed(ctx);
    const results = await Promise.all([1, 2, 3, 4].map(() => signIn(ctx, { email, password: TEST_PASSWORD }, source)));
    const actors = await Promise.all(results.map((result) => exchangeTicket(ctx, ticketOf(result))));
    expect(await peopleAt(email)).toHaveLength(1);
    expect(new Set(actors.map((actor) => actor?.id)).size).toBe(1);
    expect(await eventsOf(ctx, actors[0]?.id ?? "")).toHaveLength(1);
  });

  it("E5: two people of the same name, department and position are two people", async () => {
    const [one, other] = [await signedIn(ctx, await confirmed(ctx)), await signedIn(ctx, await confirmed(ctx))];
    expect(one.id).not.toBe(other.id);
  });

  it("is for addresses of the company and existing departments", async () => {
    const form = { password: TEST_PASSWORD, name: "김새봄", departmentCode: "SALES" };
    for (const email of ["someone@elsewhere.example", "someone@hanbit.example.evil.example", "a@sub.hanbit.example"]) {
      await expectRefusal(signUp(ctx, { ...form, email }, source), "identity.email-domain-not-allowed");
    }
    await expectRefusal(
      signUp(ctx, { ...form, email: newAddress(), departmentCode: "NOWHERE" }, source),
      "department.not-found",
    );
  });

  it("lets nobody change what another has chosen", async () => {
    const email = await confirmed(ctx, "진짜 이름");
    const intruder = { email, password: TEST_PASSWORD, name: "남의 이름", departmentCode: "SALES" };
    await expectRefusal(signUp(ctx, intruder, source), "identity.email-taken");
    const actor = await signedIn(ctx, email);
    expect(await peopleAt(email)).toMatchObject([{ id: actor.id, name: "진짜 이름" }]);
    await expectRefusal(signUp(ctx, intruder, source), "identity.email-taken");
    expect(await ctx.mysql.query("SELECT * FROM sign_ups WHERE email = ?", [email])).toEqual([]);
  });

  it("keeps the latest of several sign-ups nobody confirmed, and mails codes again", async () => {
    const { email } = await signedUp(ctx, "오타난 이름");
    const { proof } = await signUp(
      ctx,
      { email, password: TEST_PASSWORD, name: "바른 이름", departmentCode: "SALES" },
      source,
    );
    await resendCode(ctx, { email }, source);
    await expectRefusal(confirmSignUp(ctx, { email, proof, code: "000000" }, source), "identity.invalid-code");
    await expectRefusal(signIn(ctx, { email, password: TEST_PASSWORD }, source), "identity.not-confirmed");
    await confirmSignUp(ctx, { email, proof, code: await lastMailedCode(email) }, source);
    await signedIn(ctx, email);
    expect(await peopleAt(email)).toMatchObject([{ name: "바른 이름" }]);
  });

  it("lets nobody have an account confirmed by the owner of its address", async () => {
    const { email, proof } = await signedUp(ctx, "진짜 이름");
    const intruder = { email, password: "Intruder!2026", name: "남의 이름", departmentCode: "SALES" };
    await signUp(ctx, intruder, source);
    await resendCode(ctx, { email }, source);
    const newest = await lastMailedCode(email);
    for (const each of [proof, "", "made-up"])
      await expectRefusal(confirmSignUp(ctx, { email, proof: each, code: newest }, source), "identity.invalid-code");
    await expectRefusal(signIn(ctx, { email, password: intruder.password }, source), "identity.not-confirmed");

    const again = await signUp(ctx, { ...intruder, password: TEST_PASSWORD, name: "진짜 이름" }, newSource());
    await confirmSignUp(ctx, { email, ...again, code: await lastMailedCode(email) }, newSource());
    await expectRefusal(signIn(ctx, { email, password: intruder.password }, source), "identity.invalid-credentials");
    await signedIn(ctx, email);
    expect(await peopleAt(email)).toMatchObject([{ name: "진짜 이름" }]);
  });
});

async function peopleAt(email: string): Promise<{ id: EmployeeId }[]> {
  return ctx.mysql.query(
    `SELECT person.id, person.name, person.role, person.position, department.name_ko AS department,
            (SELECT COUNT(*) FROM employee_posts WHERE employee_id = person.id) AS posts
       FROM employees person JOIN departments department ON department.id = person.department_id WHERE person.email = ?`,
    [email],
  );
}
