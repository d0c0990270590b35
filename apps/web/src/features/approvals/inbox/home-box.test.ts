import { describe, expect, it } from "vitest";
import { buildDocument, buildPerson, buildStep } from "../testing/build-document";
import { homeBox } from "./home-box";

const han = buildPerson("한지우");
const decided = (name: string) => {
  const step = buildStep([name], { state: "APPROVED" });
  return { ...step, approvers: step.approvers.map((approver) => ({ ...approver, decision: "APPROVED" as const })) };
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
    ["ALL", buildDocument({ ...none, line: [buildStep(["박서연"])] })],
  ])("%s", (box, document) => {
    expect(homeBox(document, han.id)).toBe(box);
  });
});
