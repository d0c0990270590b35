import { expect, it } from "vitest";
import { AT, buildDraft, buildPerson, buildSubmitted } from "../testing/build-document";
import { boxesOf, currentStep, searchable, searchTextOf } from "./approvals.boxes.rules";
import { advanced, approved, rejected } from "./approvals.rules";

const chosen = {
  steps: [{ approvers: ["one"] }, { approvers: ["two"] }],
  references: ["reference"],
  readers: ["reader"],
};
const running = buildSubmitted(chosen);
const one = { at: AT, actor: buildPerson("one") };
const between = approved(running, one, one.actor.id, null);
const second = advanced(between, AT) ?? between;
const two = { at: AT, actor: buildPerson("two") };
const decided = approved(second, two, two.actor.id, null);
const complete = advanced(decided, AT) ?? decided;

/** `WAITING:one` instead of an id. */
function named(boxes: string[]): string[] {
  const names = ["writer", "one", "two", "reference", "reader"];
  return boxes.map((key) => names.reduce((text, name) => text.replace(buildPerson(name).id, name), key)).sort();
}

it.each([
  ["draft", buildDraft(chosen), ["DRAFTS:writer"], null],
  ["running", running, ["ALL", "MINE:writer", "SHARED:reference", "UPCOMING:two", "WAITING:one"], 1],
  ["between", between, ["ALL", "DONE:one", "MINE:writer", "SHARED:reference", "UPCOMING:two"], 2],
  ["second step", second, ["ALL", "DONE:one", "MINE:writer", "SHARED:reference", "WAITING:two"], 2],
  ["all decided", decided, ["ALL", "DONE:one", "DONE:two", "MINE:writer", "SHARED:reference"], 2],
  ["complete", complete, ["ALL", "DONE:one", "DONE:two", "MINE:writer", "SHARED:reader", "SHARED:reference"], null],
  ["rejected", rejected(running, one, one.actor.id, "x"), ["ALL", "DONE:one", "MINE:writer", "SHARED:reference"], null],
])("a %s document lies in its boxes", (_name, document, boxes, step) => {
  expect(named(boxesOf(document))).toEqual(boxes);
  expect(document.boxes).toEqual(boxesOf(document));
  expect(currentStep(document)).toBe(step);
});

it("finds number, title, people and text, whatever way Hangul and case were typed", () => {
  const text = searchTextOf(running);
  for (const part of ["exp-2026-000001", "서버 증설", "writer", "two", "개발팀", "1280000", "서버 두 대"])
    expect(text).toContain(part);
  expect(text).toContain(searchable("서버 증설".normalize("NFD")));
  expect(text).toContain(searchable("EXP-2026"));
});
