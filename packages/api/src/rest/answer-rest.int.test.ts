import { nobody } from "@erp/domain/actor";
import { findTokenHolder } from "@erp/domain/identity/identity.queries";
import { TEST_PASSWORD } from "@erp/domain/testing/accounts";
import { buildDepartment } from "@erp/domain/testing/build-department";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { expenseFor } from "@erp/domain/testing/expense-for";
import { confirmed, signedIn } from "@erp/domain/testing/sign-in";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerRest, type RestAnswer } from "./answer-rest";
import { openApiDocument } from "./open-api";
import { restRoutes } from "./rest-routes";

type Employee = Awaited<ReturnType<typeof buildEmployee>>;

let test: TestContext;
let writer: Employee;
let approver: Employee;
let stranger: Employee;

beforeAll(async () => {
  test = await testContext();
  [writer, approver, stranger] = (await Promise.all([1, 2, 3].map(() => buildEmployee(test.ctx)))) as [
    Employee,
    Employee,
    Employee,
  ];
});
afterAll(() => test.close());

const address = "https://erp.example";

function ask(person: Employee | null, method: string, target: string, body?: object | string): Promise<RestAnswer> {
  const { pathname, search } = new URL(target, address);
  const ctx = person ? actingAs(test.ctx, person) : { ...test.ctx, actor: nobody };
  const request = {
    method,
    path: pathname,
    query: new URLSearchParams(search),
    readBody: async () => (typeof body === "string" ? body : JSON.stringify(body ?? {})),
    locale: "en" as const,
  };
  return answerRest(request, async () => ({ ctx, locale: "en", source: "10.3.0.1" }), address);
}

async function submitted(): Promise<{ id: string; version: number }> {
  const { status, body } = await ask(writer, "POST", "/approvals", expenseFor([approver.id]));
  expect(status).toBe(200);
  return body as { id: string; version: number };
}

describe("a route", () => {
  it.each(restRoutes.map(({ method, path }) => [method, path]))(
    "%s %s is refused to nobody in particular",
    async (method, path) => {
      const answer = await ask(null, method, path.replaceAll(/\{\w+\}/g, writer.id));
      expect(answer).toMatchObject({
        status: 401,
        headers: { "content-type": "application/problem+json", "www-authenticate": "Bearer" },
        body: { code: "request.signed-out", title: "Please sign in." },
      });
    },
  );

  it("answers as the document promises", async () => {
    const { id } = await submitted();
    for (const path of [
      "/employees?limit=2",
      "/employees/me",
      `/employees/${writer.id}`,
      "/approvals?box=MINE",
      "/approvals/counts",
      "/approvals/forms",
      `/approvals/${id}`,
      `/approvals/${id}/verification`,
      "/leave/balance",
      "/attendance/today",
      "/notifications?unreadOnly=true",
    ]) {
      const { status, body } = await ask(writer, "GET", path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, problemsOf(path, JSON.parse(JSON.stringify(body)))]).toEqual([path, null]);
    }
    expect((await ask(writer, "GET", "/employees?limit=2")).body).toMatchObject({ items: { length: 2 } });
  });

  it("decides like the portal: by the version that was seen, once, and only by those who may", async () => {
    const { id, version } = await submitted();
    const approve = (person: Employee) => ask(person, "POST", `/approvals/${id}/approve`, { version });
    expect(await approve(stranger)).toMatchObject({ status: 403, body: { code: "approval.not-your-turn" } });
    expect(await approve(writer)).toMatchObject({ status: 403 });
    expect(await approve(approver)).toMatchObject({ status: 200, body: { id } });
    expect(await approve(approver)).toMatchObject({ status: 409 });
    expect(await ask(stranger, "GET", `/approvals/${id}`)).toMatchObject({ status: 404 });
  });

  it("checks a person in", async () => {
    expect(await ask(writer, "POST", "/attendance/check-in", "")).toMatchObject({ status: 200 });
    expect(await ask(writer, "POST", "/attendance/check-in", "")).toMatchObject({ status: 409 });
  });
});

describe("a request that cannot be understood", () => {
  it.each<[string, string, string, object | string | undefined, number, string]>([
    ["an unknown path", "GET", "/salaries", undefined, 404, "request.not-found"],
    ["an unknown method", "DELETE", "/approvals", undefined, 405, "request.invalid"],
    ["no JSON", "POST", "/approvals", "{", 400, "request.invalid"],
    ["a list", "POST", "/approvals", "[]", 400, "request.invalid"],
    ["a missing field", "POST", "/approvals", {}, 400, "request.invalid"],
    ["an unknown field", "GET", "/employees?role=HR_ADMIN", undefined, 400, "request.invalid"],
    ["a number that is none", "GET", "/employees?limit=many", undefined, 400, "request.invalid"],
    ["an id that is none", "GET", "/approvals/1", undefined, 400, "request.invalid"],
  ])("%s", async (_, method, target, body, status, code) => {
    const answer = await ask(writer, method, target, body);
    expect(answer).toMatchObject({ status, body: { status, code } });
    const { components } = openApiDocument(address) as { components: { schemas: { Problem: object } } };
    expect(new Ajv2020({ strict: false }).validate(components.schemas.Problem, answer.body)).toBe(true);
  });

  it("says which fields are wrong, and which methods there are", async () => {
    expect(await ask(writer, "POST", "/approvals", {})).toMatchObject({
      body: { fields: { title: expect.any(String) } },
    });
    expect((await ask(writer, "DELETE", "/approvals")).headers.allow).toBe("GET, POST");
  });
});

describe("a token", () => {
  it("of either kind names its owner with today's role; a forged one, or one of a leaver, names nobody", async () => {
    test.clock.followRealTime();
    await buildDepartment(test.ctx, { code: "SALES" });
    const email = await confirmed(test.ctx);
    const { id } = await signedIn(test.ctx, email);
    const outcome = await test.ctx.identity.signIn(email, TEST_PASSWORD);
    if (!outcome.ok || outcome.next !== "SIGNED_IN") throw new Error("not signed in");
    const { accessToken } = outcome.tokens;
    const holder = () => findTokenHolder(test.ctx, accessToken);
    expect(await holder()).toMatchObject({ kind: "employee", id, role: "STAFF", sessionId: null });

    await test.ctx.mysql.query("UPDATE employees SET role = 'MANAGER' WHERE id = ?", [id]);
    expect(await holder()).toMatchObject({ role: "MANAGER" });

    const [header, claims, signature = ""] = accessToken.split(".");
    const another = JSON.stringify({ ...JSON.parse(Buffer.from(claims ?? "", "base64url").toString()), sub: "x" });
    const forged = [header, Buffer.from(another).toString("base64url"), signature].join(".");
    for (const token of [forged, "garbage", `${header}.${claims}.`, ""])
      expect([token, await findTokenHolder(test.ctx, token)]).toEqual([token, null]);

    await test.ctx.mysql.query("UPDATE employees SET status = 'LEAVER' WHERE id = ?", [id]);
    expect(await holder()).toBeNull();
  });
});

/** What is wrong with an answer by the document; null when nothing is. */
function problemsOf(target: string, body: unknown): unknown {
  const path = target.split("?", 1)[0] ?? "";
  const { paths } = openApiDocument(address) as { paths: Record<string, Record<string, Documented>> };
  const found = Object.entries(paths).filter(([template]) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[0-9A-Z]{26}")}$`).test(path),
  );
  const schema = found[0]?.[1].get?.responses["200"].content["application/json"].schema;
  if (!schema) return `${path} is not in the document`;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.validate(schema, body) ? null : ajv.errors;
}

type Documented = { responses: { 200: { content: { "application/json": { schema: object } } } } };
