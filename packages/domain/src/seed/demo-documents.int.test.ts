import type { EmployeeId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { notificationModel } from "@erp/db/mongo/models/notification";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listBox } from "../approvals/approvals.boxes.queries";
import { meetDeadlines } from "../approvals/approvals.deadlines.mutations";
import { verifyAllDocuments } from "../approvals/approvals.queries";
import { listSubstitutions } from "../approvals/approvals.substitutions.queries";
import type { Ctx } from "../context";
import { actingAs } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { loadDemoDocuments } from "./demo-documents";
import { demoStories } from "./demo-documents.data";
import { purchaseForm } from "./demo-forms.data";
import { type DemoPerson, loadDemoPeople } from "./demo-people";
import { type Cast, loadCast } from "./demo-stage";
import { loadDemoSubstitutions } from "./demo-substitutions";

let test: TestContext;
let people: DemoPerson[];
let cast: Cast;
let durationMs: number;

beforeAll(async () => {
  test = await testContext();
  const demo: Ctx = { ...test.ctx, settings: { ...test.ctx.settings, isDemoCompany: true } };
  people = await loadDemoPeople(demo);
  cast = await loadCast(demo, people);
  const startedAt = performance.now();
  expect(await loadDemoDocuments(demo, people)).toBe(demoStories.length);
  durationMs = performance.now() - startedAt;
}, 120_000);
afterAll(() => test.close());

it("plays documents in every state, over months, in seconds", async () => {
  const statuses = await documentModel(test.ctx.mongo).distinct("status");
  expect([...statuses].sort()).toEqual(["APPROVED", "DRAFT", "IN_PROGRESS", "REJECTED", "WITHDRAWN"]);
  const dates = (await documentModel(test.ctx.mongo).find({}, { listedAt: 1 }).lean()).map(({ listedAt }) =>
    listedAt.getTime(),
  );
  const now = test.clock.now().getTime();
  expect(Math.max(...dates)).toBeLessThan(now);
  expect(Math.min(...dates)).toBeLessThan(now - 120 * 24 * 60 * 60 * 1000);
  expect(durationMs).toBeLessThan(30_000);
});

it("has real histories: every document verifies, no event waits, nothing lies in the future", async () => {
  expect(await verifyAllDocuments(test.ctx, () => {})).toEqual({
    verified: demoStories.filter(({ ending }) => ending !== "DRAFT").length,
    broken: 0,
  });
  expect(await documentModel(test.ctx.mongo).countDocuments({ hasOutbox: true })).toBe(0);
  const documents = await documentModel(test.ctx.mongo).find({}, { history: 1, submittedAt: 1 }).lean();
  for (const { history } of documents) {
    const times = history.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1) ?? 0).toBeLessThan(test.clock.now().getTime());
  }
});

it("leaves the manager several documents to decide, and people what they have not read", async () => {
  const manager = existing(cast.get("sungho.park"));
  const { items } = await listBox(actingAs(test.ctx, manager), { box: "WAITING", limit: 30 });
  expect(items.length).toBeGreaterThanOrEqual(4);
  const unread = (id: EmployeeId) => notificationModel(test.ctx.mongo).countDocuments({ employeeId: id, readAt: null });
  expect(await unread(manager.id)).toBeGreaterThan(0);
  expect(await notificationModel(test.ctx.mongo).countDocuments({ readAt: { $ne: null } })).toBeGreaterThan(50);
});

it("has a form that HR made, with one document of it approved and one under way", async () => {
  const purchases = await documentModel(test.ctx.mongo).find({ formCode: purchaseForm.formCode }).lean();
  expect(purchases.map(({ status }) => status).sort()).toEqual(["APPROVED", "IN_PROGRESS"]);
  for (const { number, form, values } of purchases) {
    expect(number).toMatch(/^PUR-/);
    const required = (form?.fields ?? []).filter((field) => field.required).map(({ key }) => key);
    expect(Object.keys(values)).toEqual(expect.arrayContaining(required));
  }
});

it("has a step whose deadline has passed, which the worker gives to the manager, and one that has days left", async () => {
  const findTitled = (title: string) => documentModel(test.ctx.mongo).findOne({ title }).lean();
  expect(await meetDeadlines(test.ctx)).toEqual({ reminded: 0, escalated: 1 });
  expect((await findTitled("금고 교체"))?.line[1]?.approvers[0]?.escalatedTo?.name).toBe("정태윤");
  expect((await findTitled("온라인 강의 이용권"))?.line[0]?.dueAt?.getTime()).toBeGreaterThan(
    test.clock.now().getTime(),
  );
  await settleDocuments(test.ctx);
});

it("has one substitution that holds, with documents to decide, and one that is over; loaded once", async () => {
  const demo: Ctx = { ...test.ctx, settings: { ...test.ctx.settings, isDemoCompany: true } };
  expect([await loadDemoSubstitutions(demo, people), await loadDemoSubstitutions(demo, people)]).toEqual([2, 0]);
  const substitute = actingAs(test.ctx, existing(cast.get("youngsoo.yoon")));
  const { items } = await listBox(substitute, { box: "WAITING", limit: 30 });
  expect(items.map(({ onBehalfOf }) => onBehalfOf?.name)).toContain("정태윤");
  const stateOf = async (login: string) =>
    (await listSubstitutions(actingAs(test.ctx, existing(cast.get(login))), {})).named.map(({ state }) => state);
  expect([await stateOf("taeyoon.jung"), await stateOf("sungho.park")]).toEqual([["RUNNING"], ["ENDED"]]);
});

it("is loaded once", async () => {
  expect(await loadDemoDocuments(test.ctx, people)).toBe(0);
  expect(await documentModel(test.ctx.mongo).countDocuments({})).toBe(demoStories.length);
});
