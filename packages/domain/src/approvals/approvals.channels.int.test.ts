import type { DocumentId } from "@erp/contracts/ids";
import { documentChannel, employeeChannel } from "@erp/contracts/realtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nobody } from "../actor";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { type TestContext, testContext } from "../testing/test-context";
import { authorizeChannel } from "./approvals.channels.queries";
import { saveDraft, submit } from "./approvals.drafts.mutations";

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

describe("E53: who may listen where", () => {
  it("to one's own channel, and to those of documents one may open, under one's name", async () => {
    const writer = await buildEmployee(test.ctx, { name: "김도윤" });
    const approver = await buildEmployee(test.ctx, { name: "한지우", position: "BUJANG" });
    const stranger = await buildEmployee(test.ctx, { role: "MANAGER" });
    const { id } = await submit(actingAs(test.ctx, writer), expenseFor([approver.id]));
    const draft = await saveDraft(actingAs(test.ctx, writer), expenseFor([]));
    const [asWriter, asApprover, asStranger] = [writer, approver, stranger].map((person) =>
      actingAs(test.ctx, person),
    ) as [never, never, never];

    expect(await authorizeChannel(asWriter, employeeChannel(writer.id))).toBeNull();
    expect(await authorizeChannel(asApprover, documentChannel(id))).toEqual({
      id: approver.id,
      name: "한지우",
      position: "BUJANG",
    });
    await expectRefusal(authorizeChannel(asWriter, employeeChannel(approver.id)), "request.forbidden");
    await expectRefusal(authorizeChannel(asStranger, documentChannel(id)), "request.forbidden");
    await expectRefusal(authorizeChannel(asApprover, documentChannel(draft.documentId)), "request.forbidden");
    await expectRefusal(
      authorizeChannel(asWriter, documentChannel("01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId)),
      "request.forbidden",
    );
  });

  it("to nothing else, and nobody to nothing", async () => {
    const person = await buildEmployee(test.ctx);
    for (const name of [
      "",
      "private-",
      "presence-document-",
      "private-employee-x",
      `presence-employee-${person.id}`,
      `private-employee-${person.id} `,
      "public",
    ]) {
      await expectRefusal(authorizeChannel(actingAs(test.ctx, person), name), "request.forbidden");
    }
    await expectRefusal(
      authorizeChannel({ ...test.ctx, actor: nobody }, employeeChannel(person.id)),
      "request.signed-out",
    );
  });
});
