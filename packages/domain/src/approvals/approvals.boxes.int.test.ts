import type { Box, ListBoxInput } from "@erp/contracts/approvals";
import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { countBoxes, listBox } from "./approvals.boxes.queries";
import { saveDraft, submit } from "./approvals.drafts.mutations";
import { approve } from "./approvals.mutations";
import { viewDocument } from "./approvals.queries";

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const list = (employee: EmployeeRow, input: Partial<ListBoxInput> & { box: Box }) =>
  listBox(as(employee), { limit: 30, ...input });
const titles = async (employee: EmployeeRow, input: Partial<ListBoxInput> & { box: Box }) =>
  (await list(employee, input)).items.map(({ title }) => title);

describe("E47: who sees what", () => {
  it("scopes boxes and documents to the people concerned, and shows names", async () => {
    const build = () => buildEmployee(test.ctx);
    const writer = await build();
    const [approver, reference, reader, stranger] = [await build(), await build(), await build(), await build()];
    const manager = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: writer.departmentId });
    const hr = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
    const input = { ...expenseFor([approver.id]), referenceIds: [reference.id], readerIds: [reader.id] };
    const { id } = await submit(as(writer), input);

    const open = (employee: EmployeeRow) => viewDocument(as(employee), { documentId: id });
    for (const person of [writer, approver, reference, hr])
      expect((await open(person)).requester.name).toBe(writer.name);
    for (const person of [reader, stranger, manager]) await expectRefusal(open(person), "approval.not-found");
    await expectRefusal(
      viewDocument(as(writer), { documentId: "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId }),
      "approval.not-found",
    );

    await approve(as(approver), { documentId: id, version: 1 });
    await settleDocuments(test.ctx);
    expect((await open(reader)).status).toBe("APPROVED");

    const boxes = ["WAITING", "UPCOMING", "MINE", "SHARED", "DONE", "DRAFTS"] as const;
    const whereFor = async (employee: EmployeeRow) => {
      const pages = await Promise.all(boxes.map((box) => list(employee, { box })));
      return boxes.filter((_box, index) => pages[index]?.items.some((card) => card.id === id));
    };
    expect(await Promise.all([writer, approver, reference, reader, stranger, manager, hr].map(whereFor))).toEqual([
      ["MINE"],
      ["DONE"],
      ["SHARED"],
      ["SHARED"],
      [],
      [],
      [],
    ]);
    expect((await list(hr, { box: "ALL" })).items.map((card) => card.id)).toContain(id);
    for (const person of [writer, manager]) await expectRefusal(list(person, { box: "ALL" }), "request.forbidden");
  });

  it("a draft is its writer's alone, even to HR", async () => {
    const [writer, hr] = [await buildEmployee(test.ctx), await buildEmployee(test.ctx, { role: "HR_ADMIN" })];
    const draft = await saveDraft(as(writer), { ...expenseFor([]), title: "" });
    await expectRefusal(viewDocument(as(hr), { documentId: draft.documentId }), "approval.not-found");
    expect((await list(hr, { box: "ALL" })).items.map(({ id }) => id)).not.toContain(draft.documentId);
    expect((await list(writer, { box: "DRAFTS" })).items.map(({ id }) => id)).toEqual([draft.documentId]);
  });
});

describe("a long box", () => {
  it("pages newest first over hours, months and years, without gap or repeat", async () => {
    const writer = await buildEmployee(test.ctx);
    const approver = await buildEmployee(test.ctx);
    const ids: string[] = [];
    const days = ["2023-01-02", "2025-03-04", "2026-06-01", "2026-11-18", "2026-11-19", "2026-11-19", "2026-11-19"];
    for (const day of days) {
      test.clock.set(`${day}T10:00:00+09:00`);
      ids.unshift((await submit(as(writer), expenseFor([approver.id]))).id);
    }
    test.clock.set("2026-11-20T09:00:00+09:00");
    for (const limit of [1, 2, 3, 7, 30]) {
      const read: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await list(writer, { box: "MINE", limit, cursor });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        read.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      // Between equal instants the id decides; it is not the order of submission under a clock that stands still.
      expect([...read].sort()).toEqual([...ids].sort());
      expect(read.slice(3)).toEqual(ids.slice(3));
    }
    expect((await countBoxes(as(writer))).MINE).toBe(7);
    const filtered = await list(writer, {
      box: "MINE",
      from: "2025-03-04" as CalendarDate,
      to: "2026-06-01" as CalendarDate,
    });
    expect(filtered.items.map(({ id }) => id)).toEqual(ids.slice(4, 6));
  });
});

describe("the search", () => {
  it("takes every character literally", async () => {
    const writer = await buildEmployee(test.ctx);
    const approver = await buildEmployee(test.ctx, { name: "남궁민" });
    const odd = ["100% (a+b)*[c]", "^시작$", String.raw`C:\temp\d`, "a.c", "x|y", "{2}?", "Straße/길-1"];
    for (const title of odd) await submit(as(writer), { ...expenseFor([approver.id]), title });
    for (const title of odd) expect(await titles(writer, { box: "MINE", search: title }), title).toEqual([title]);
    for (const nothing of [".*", "a?c", "^", "x|z", "[a-z]", "\0", "$where", "(?i)A", "\ud800"]) {
      const expected = odd.filter((title) => title.toLowerCase().includes(nothing.toLowerCase()));
      expect(await titles(writer, { box: "MINE", search: nothing }), nothing).toEqual(expected);
    }
  });

  it("finds number, title, person and text in any case and either writing of Hangul", async () => {
    const writer = await buildEmployee(test.ctx, { name: "선우진" });
    const approver = await buildEmployee(test.ctx, { name: "황보라" });
    const values = { amountKrw: 45_000, spentOn: "2026-11-19", content: "AWS 서버 비용" };
    const { number, title } = await submit(as(writer), {
      ...expenseFor([approver.id]),
      title: "11월 클라우드",
      values,
    });
    const searches = [
      existing(number),
      existing(number).slice(4, 11),
      "클라우드",
      "황보",
      "선우진",
      "aws 서버",
      "AWS",
      "클라우드".normalize("NFD"),
    ];
    for (const search of searches) expect(await titles(writer, { box: "MINE", search }), search).toEqual([title]);
    expect(await titles(approver, { box: "WAITING", search: "클라우드" })).toEqual([title]);
    expect(await titles(writer, { box: "MINE", search: "EXP-2026-999999" })).toEqual([]);
  });

  it("a number leads to nobody else's document", async () => {
    const [writer, stranger] = [await buildEmployee(test.ctx), await buildEmployee(test.ctx)];
    const { number } = await submit(as(writer), expenseFor([(await buildEmployee(test.ctx)).id]));
    expect(await titles(stranger, { box: "MINE", search: existing(number) })).toEqual([]);
  });
});

it("refuses a cursor that it did not make", async () => {
  const writer = await buildEmployee(test.ctx);
  for (const cursor of ["x", "1.2.3", `1.${"A".repeat(150)}`])
    await expectRefusal(list(writer, { box: "MINE", cursor }), "request.invalid");
});

it("lists read no more of a document than a row shows", async () => {
  const writer = await buildEmployee(test.ctx);
  await submit(as(writer), expenseFor([(await buildEmployee(test.ctx)).id]));
  const stored = await documentModel(test.ctx.mongo).findOne({ "requester.id": writer.id }).lean();
  const { items } = await list(writer, { box: "MINE" });
  expect(Object.keys(existing(stored))).toContain("history");
  expect(JSON.stringify(items)).not.toContain("고객사 방문");
});
