import type { PersonView } from "@erp/contracts/employees";
import { describe, expect, it } from "vitest";
import { buildDocument, buildPerson, buildStep } from "../testing/build-document";
import { homeBox } from "./home-box";

const han = buildPerson("한지우");
const decided = (name: string, substitute: PersonView | null = null) => {
  const step = buildStep([name], { state: "APPROVED" });
  return {
    ...step,
    approvers: step.approvers.map((approver) => ({ ...approver, decision: "APPROVED" as const, substitute })),
  };
};
const none = { allowedActions: [] };

describe("where a reader finds a document", () => {
  it.each([
    ["WAITING", buildDocument()],
    ["MINE", buildDocument({ ...none, requester: han })],
    ["DRAFTS", buildDocument({ ...none, requester: han, status: "DRAFT" })],
    ["UPCOMING", buildDocument({ ...none, line: [buildStep(["박서연"], { state: "OPEN" }), buildStep(["한지우"])] })],
    ["DONE", buildDocument({ ...none, line: [decided("한지우"), buildStep(["박서연"], { state: "OPEN" })] })],
    ["SHARED", buildDocument({ ...none, line: [buildStep(["박서연"])], references: [han] })],
    ["DONE", buildDocument({ ...none, status: "APPROVED", line: [decided("박서연", han)] })],
    [null, buildDocument({ ...none, line: [buildStep(["박서연"])] })],
    [null, buildDocument({ ...none, status: "APPROVED", line: [decided("박서연"), buildStep(["한지우"])] })],
  ])("%s", (box, document) => {
    expect(homeBox(document, { id: han.id, role: "STAFF" })).toBe(box);
  });

  it("looks among all documents only when they may be listed", () => {
    const document = buildDocument({ ...none, line: [buildStep(["박서연"])] });
    expect(homeBox(document, { id: han.id, role: "HR_ADMIN" })).toBe("ALL");
  });
});
