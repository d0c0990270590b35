import { describe, expect, it } from "vitest";
import { buildDocument, buildPerson, buildStep } from "../testing/build-document";
import { afterApproval } from "./after-approval";

const approver = buildPerson("한지우");

function after(line: ReturnType<typeof buildStep>[], currentStep: number | null = 1) {
  const result = afterApproval(buildDocument({ line, currentStep }), approver.id);
  return result && { outcome: result.outcome, people: result.people.map(({ name }) => name) };
}

describe("what an approval sets going", () => {
  it("sends the document to the next step's people", () => {
    expect(after([buildStep(["한지우"]), buildStep(["박서연"])])).toEqual({ outcome: "goes-on", people: ["박서연"] });
  });

  it("completes it at the last step and tells the requester", () => {
    expect(after([buildStep(["한지우"])])).toEqual({ outcome: "completes", people: ["김도윤"] });
  });

  it("waits for the others of a step that needs everybody", () => {
    expect(after([buildStep(["한지우", "최민준"]), buildStep(["박서연"])])).toEqual({
      outcome: "waits-for-others",
      people: ["최민준"],
    });
  });

  it("goes on at once where one approval is enough", () => {
    expect(after([buildStep(["한지우", "최민준"], { quorum: "ANY" }), buildStep(["박서연"])])).toEqual({
      outcome: "goes-on",
      people: ["박서연"],
    });
  });

  it("sets nothing going in a closed document", () => {
    expect(after([buildStep(["한지우"])], null)).toBeNull();
  });
});
