import { fieldMessages } from "@erp/contracts/field-messages";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import type { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "./errors";
import { appRouter, createCaller } from "./root";
import type { Outcome } from "./testing/access-ends";
import { accessTable } from "./testing/access-table";
import { type AccessWorld, buildAccessWorld, type Persona } from "./testing/access-world";

const personas: Persona[] = ["nobody", "stranger", "peer", "foreignManager", "subject", "manager", "hr"];

let test: TestContext;
let world: AccessWorld;

beforeAll(async () => {
  test = await testContext();
  world = await buildAccessWorld(test.ctx);
});
afterAll(() => test.close());

describe("E3: every procedure, called by everybody", () => {
  it("has a row in the table, and every row a procedure", () => {
    expect(Object.keys(accessTable).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  for (const [path, { input, ends }] of Object.entries(accessTable)) {
    it(path, async () => {
      const outcomes: Partial<Record<Persona, Outcome>> = {};
      for (const persona of personas)
        outcomes[persona] = await outcomeOf(path, persona, await input?.(world), ends[persona]);
      expect(outcomes).toEqual(ends);
    });
  }
});

describe("E9: a session that claims a role", () => {
  const changesOfHr = Object.entries(accessTable).filter(
    ([path, { ends }]) => isMutation(path) && ends.manager === "request.forbidden",
  );

  it("is asked about in MySQL before every change of HR's", async () => {
    expect(changesOfHr.length).toBeGreaterThan(5);
    for (const [path, { input }] of changesOfHr) {
      const forged = {
        ...world.as("peer"),
        actor: { ...world.as("hr").actor, id: world.people.peer.id } as AccessWorld["ctx"]["actor"],
      };
      expect([path, await codeOf(call(path, forged, await input?.(world)))]).toEqual([path, "request.forbidden"]);
    }
  });

  it("of somebody who has left changes nothing any more", async () => {
    const leaver = await world.newcomer();
    const session = {
      ...world.ctx,
      actor: {
        kind: "employee",
        id: leaver.id,
        role: "STAFF",
        departmentId: leaver.departmentId,
        sessionId: null,
      } as const,
    };
    expect(await codeOf(call("notifications.readAll", session, undefined))).toBe("ok");
    await world.ctx.mysql.query("UPDATE employees SET status = 'LEAVER' WHERE id = ?", [leaver.id]);
    expect(await codeOf(call("notifications.readAll", session, undefined))).toBe("request.signed-out");
  });
});

describe("E4: the actor comes from the session alone", () => {
  it.each(["employeeId", "actorId", "requesterId", "role"])(
    "an input that names %s besides is refused",
    async (field) => {
      const input = {
        ...((await accessTable["approvals.approve"]?.input?.(world)) as object),
        [field]: world.people.manager.id,
      };
      expect(await codeOf(call("approvals.approve", world.as("manager"), input))).toBe("request.invalid");
    },
  );

  it("E2: a sign-up that asks for a role or a position is refused", async () => {
    const form = (await accessTable["identity.signUp"]?.input?.(world)) as object;
    for (const wish of [{ role: "MANAGER" }, { position: "BUJANG" }]) {
      expect(await codeOf(call("identity.signUp", world.as("nobody"), { ...form, ...wish }))).toBe("request.invalid");
    }
  });
});

it.each([
  ["missing", {}],
  ["empty", { name: " ", departmentId: "", position: "", role: "" }],
])("E11: name, department, position and role that are %s are named as required", async (_, blanks) => {
  const form = { email: "new@hanbit.example", hireDate: "2026-12-01", managerId: null, ...blanks };
  const error = await call("employees.invite", world.as("hr"), form).catch((thrown: unknown) => thrown);
  const { code, fields } = refusalOf(error as TRPCError);
  const required = "text.required";
  expect(code).toBe("request.invalid");
  expect(fields).toEqual({ name: required, departmentId: required, position: required, role: required });
  expect(fieldMessages[required].ko).toBe("필수입니다.");
});

/** Narrows a successful answer to what the row expects, so that a failure shows both. */
async function outcomeOf(path: string, persona: Persona, input: unknown, expected: Outcome): Promise<Outcome> {
  try {
    const answer = await call(path, world.as(persona), input);
    const text = JSON.stringify(answer ?? null);
    if (expected === "without-it") return text.includes(world.people.subject.id) ? "ok" : "without-it";
    const isRefusedEach =
      Array.isArray(answer) && answer.length > 0 && answer.every(({ outcome }) => outcome === "REFUSED");
    return isRefusedEach ? "refused-each" : "ok";
  } catch (error) {
    return refusalOf(error as TRPCError).code;
  }
}

async function codeOf(call: Promise<unknown>): Promise<Outcome> {
  return call.then(
    () => "ok" as const,
    (error: unknown) => refusalOf(error as TRPCError).code,
  );
}

let calls = 0;
async function call(path: string, ctx: AccessWorld["ctx"], input: unknown): Promise<unknown> {
  calls += 1;
  // Each call from an address of its own: this is not the test of the throttling.
  const caller = createCaller({ ctx, locale: "ko", source: `10.2.0.${calls}` });
  const [domain = "", name = ""] = path.split(".");
  const procedures = caller[domain as keyof typeof caller] as unknown as Record<
    string,
    (input: unknown) => Promise<unknown>
  >;
  return procedures[name]?.(input);
}

function isMutation(path: string): boolean {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  return procedures[path]?._def.type === "mutation";
}
