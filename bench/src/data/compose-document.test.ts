import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { boxesOf } from "@erp/domain/approvals/approvals.boxes.rules";
import { verifyHistory } from "@erp/domain/approvals/approvals.history.rules";
import { describe, expect, it } from "vitest";
import { type Composition, composeDocument, type Progress } from "./compose-document";

const person = (letter: string, name: string) => ({
  id: letter.repeat(26) as EmployeeId,
  name,
  position: "SAWON" as const,
  departmentNameKo: "1팀",
  departmentNameEn: "Team 1",
});
const requester = person("A", "김서준");
const manager = person("B", "이서연");
const reviewer = person("C", "박도윤");

const composition: Composition = {
  id: "0".repeat(26) as DocumentId,
  number: "EXP-2026-000001",
  formCode: "EXPENSE",
  title: "서울 출장비",
  values: { amountKrw: 120_000, spentOn: "2026-03-02", content: "고객사 방문" },
  requester,
  approvers: [manager, reviewer],
  submittedAt: new Date("2026-03-03T01:00:00Z"),
  progress: "OPEN_FIRST",
};

const inState = (progress: Progress) => composeDocument({ ...composition, progress });

describe("documents that the loader composes", () => {
  it.each([
    ["OPEN_FIRST", "IN_PROGRESS", ["OPEN", "PENDING"]],
    ["APPROVED", "APPROVED", ["APPROVED", "APPROVED"]],
    ["REJECTED", "REJECTED", ["REJECTED", "VOID"]],
    ["WITHDRAWN", "WITHDRAWN", ["VOID", "VOID"]],
  ] as const)("%s is what the product would have stored", (progress, status, steps) => {
    const document = inState(progress);
    expect(document.status).toBe(status);
    expect(document.line.map(({ state }) => state)).toEqual(steps);
    expect(document.boxes).toEqual(boxesOf(document));
    expect(verifyHistory(document)).toMatchObject({ intact: true, entries: document.version });
  });

  it("wait in the box of whoever decides first, and later for the next", () => {
    expect(inState("OPEN_FIRST").boxes).toContain(`WAITING:${manager.id}`);
    expect(inState("OPEN_FIRST").boxes).toContain(`UPCOMING:${reviewer.id}`);
  });

  it("have no events left to publish", () => {
    expect(inState("APPROVED")).toMatchObject({ outbox: [], hasOutbox: false });
  });
});
