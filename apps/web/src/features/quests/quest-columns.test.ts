import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import type { QuestAction, QuestView, WorkState } from "@erp/contracts/quests";
import { describe, expect, it } from "vitest";
import { byUrgency, columnOf, countWork } from "./quest-columns";

const me = "01JDCA5N8QG7X2M4R6T9VWYZ0A" as EmployeeId;
const boss = "01JDCA5N8QG7X2M4R6T9VWYZ0B" as EmployeeId;
const peer = "01JDCA5N8QG7X2M4R6T9VWYZ0C" as EmployeeId;
const at = new Date("2026-11-20T00:00:00Z");

function person(id: EmployeeId) {
  return {
    id,
    name: "김하늘",
    position: "SAWON",
    departmentNameKo: "개발팀",
    departmentNameEn: "Development",
  } as const;
}

function work(id: EmployeeId, state: WorkState) {
  return { person: person(id), state, note: null, evidence: null, reason: null, acceptedAt: at, updatedAt: at };
}

function quest(fields: Partial<QuestView>): QuestView {
  return {
    id: "01JDCA5N8QG7X2M4R6T9VWYZ0Q" as QuestId,
    version: 1,
    status: "OPEN",
    title: "온보딩 문서 정리",
    description: "",
    rewardHalfDays: 1,
    slots: null,
    accepted: 0,
    deadline: null,
    creator: person(boss),
    createdAt: at,
    work: [],
    allowedActions: [],
    ...fields,
  };
}

describe("the column of a quest", () => {
  it.each([
    ["IN_PROGRESS", "active"],
    ["REJECTED", "active"],
    ["WAITING_APPROVAL", "waiting"],
    ["APPROVED", "done"],
    ["CLAIMED", "done"],
  ] as const)("follows one's own work: %s stands in %s, also when the quest is closed", (state, column) => {
    expect(columnOf(quest({ status: "CLOSED", work: [work(me, state)] }), me)).toBe(column);
  });

  it("is 모집 중 while it can be accepted or is full, and none when it is over", () => {
    expect(columnOf(quest({ allowedActions: ["accept"] }), me)).toBe("open");
    expect(columnOf(quest({ slots: 1, accepted: 1 }), me)).toBe("open");
    expect(columnOf(quest({}), me)).toBeNull();
    expect(columnOf(quest({ status: "CLOSED" }), me)).toBeNull();
  });

  it.each([
    [[], "OPEN", "open"],
    [["IN_PROGRESS"], "OPEN", "active"],
    [["IN_PROGRESS", "WAITING_APPROVAL"], "CLOSED", "waiting"],
    [["CLAIMED"], "OPEN", "open"],
    [["CLAIMED", "APPROVED"], "CLOSED", "done"],
  ] as const)("of one's own offer follows the work on it: %j, %s", (states, status, column) => {
    const works = states.map((state, index) => work(index === 0 ? me : peer, state));
    expect(columnOf(quest({ status, work: works }), boss)).toBe(column);
  });
});

it("what the reader can do something about comes first", () => {
  const acts: QuestAction[][] = [[], ["accept"], ["claim"], ["close", "decide"]];
  const ordered = byUrgency(acts.map((allowedActions) => quest({ allowedActions })));
  expect(ordered.map(({ allowedActions }) => allowedActions)).toEqual([["close", "decide"], ["claim"], ["accept"], []]);
});

it("counts the people in each state", () => {
  expect(countWork([work(me, "REJECTED"), work(peer, "CLAIMED"), work(boss, "WAITING_APPROVAL")])).toEqual({
    open: 0,
    active: 1,
    waiting: 1,
    done: 1,
  });
});
