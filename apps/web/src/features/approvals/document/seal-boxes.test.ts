import { describe, expect, it } from "vitest";
import { buildDocument, buildPerson, buildStep } from "../testing/build-document";
import { sealBoxes } from "./seal-boxes";

const reader = buildPerson("한지우");

function marks(document: Parameters<typeof sealBoxes>[0]) {
  return sealBoxes(document, reader.id).map(({ seals }) => seals.map(({ mark }) => mark));
}

describe("the 결재란", () => {
  it("begins with the drafter's seal and shows whose turn it is", () => {
    const line = [buildStep(["한지우"], { state: "OPEN" }), buildStep(["박서연"])];
    expect(marks(buildDocument({ line }))).toEqual([["drafted"], ["mine"], ["waiting"]]);
  });

  it("shows another person's turn as current", () => {
    expect(marks(buildDocument({ line: [buildStep(["박서연"], { state: "OPEN" })] }))).toEqual([
      ["drafted"],
      ["current"],
    ]);
  });

  it("spares the others of a step that one approval was enough for", () => {
    const step = buildStep(["박서연", "최민준"], { state: "APPROVED", quorum: "ANY" });
    const approved = {
      ...step,
      approvers: step.approvers.map((approver, index) =>
        index === 0 ? { ...approver, decision: "APPROVED" as const } : approver,
      ),
    };
    expect(marks(buildDocument({ line: [approved] }))).toEqual([["drafted"], ["approved", "spared"]]);
  });

  it("marks a rejection and the steps that never came", () => {
    const first = buildStep(["박서연"], { state: "REJECTED" });
    const rejected = {
      ...first,
      approvers: first.approvers.map((approver) => ({
        ...approver,
        decision: "REJECTED" as const,
        comment: "예산 초과",
      })),
    };
    const boxes = sealBoxes(buildDocument({ line: [rejected, buildStep(["한지우"], { state: "VOID" })] }), reader.id);
    expect(boxes.map(({ seals }) => seals[0]?.mark)).toEqual(["drafted", "rejected", "void"]);
    expect(boxes[1]?.seals[0]?.comment).toBe("예산 초과");
  });

  it("keeps the approver's place where a substitute decided, and names both", () => {
    const step = buildStep(["박서연"], { state: "APPROVED" });
    const substitute = buildPerson("한지우");
    const approvers = step.approvers.map((each) => ({ ...each, decision: "APPROVED" as const, substitute }));
    const [, box] = sealBoxes(buildDocument({ line: [{ ...step, approvers }] }), reader.id);
    expect(box?.seals).toMatchObject([
      { person: { name: "박서연" }, substitute: { name: "한지우" }, mark: "approved" },
    ]);
  });

  it("says how many days steps may take that are not decided, and who else may decide a late one", () => {
    const late = buildStep(["박서연"], { state: "OPEN", dueInDays: 2 });
    const approvers = late.approvers.map((each) => ({ ...each, escalatedTo: buildPerson("한지우") }));
    const line = [
      buildStep(["최민준"], { state: "APPROVED", dueInDays: 1 }),
      { ...late, approvers },
      buildStep(["한지우"], { dueInDays: 3 }),
    ];
    const boxes = sealBoxes(buildDocument({ line }), reader.id);
    expect(boxes.map(({ dueInDays }) => dueInDays)).toEqual([null, null, 2, 3]);
    expect(boxes.map(({ seals }) => seals[0]?.escalatedTo?.name)).toEqual([undefined, undefined, "한지우", undefined]);
  });

  it("leaves the drafter's place empty until the draft is submitted", () => {
    expect(marks(buildDocument({ submittedAt: null, line: [] }))).toEqual([["waiting"]]);
  });
});
