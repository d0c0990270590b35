import { describe, expect, it } from "vitest";
import type { CalendarDate } from "./dates";
import type { EmployeeId } from "./ids";
import { notificationSentence, notificationSubject } from "./notification-sentences";
import { notificationKind } from "./notifications";

const actor = {
  id: "01JDCA5N8QG7X2M4R6T9VWYZ0B" as EmployeeId,
  name: "김도윤",
  position: "DAERI" as const,
  departmentNameKo: "개발팀",
  departmentNameEn: "Development",
};
const leave = { leaveMinutes: 720, dayMinutes: 480, expiresOn: "2026-12-20" as CalendarDate };

describe("what a notification says", () => {
  it.each([
    ["APPROVAL_REQUESTED", "김도윤 대리님이 결재를 요청했어요", "김도윤 asks for your decision"],
    ["LEAVE_EXPIRING", "12월 20일이 지나면 연차 1.5일이 사라져요", "1.5 days of leave lapse after December 20"],
    ["REWARD_PAID", "연차 1.5일이 들어왔어요", "1.5 days of leave came in"],
  ] as const)("%s", (kind, ko, en) => {
    expect(notificationSentence({ kind, actor, leave }, "ko")).toBe(ko);
    expect(notificationSentence({ kind, actor, leave }, "en")).toBe(en);
  });

  it("leaves no place empty, whatever kind it is", () => {
    const all = notificationKind.options.flatMap((kind) => [
      notificationSentence({ kind, actor, leave }, "ko"),
      notificationSentence({ kind, actor: null, leave }, "en"),
    ]);
    expect(all.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });

  it("is about what the link leads to, where it has no title", () => {
    expect(notificationSubject({ subject: "서버 비용", link: "/approvals/1" }, "en")).toBe("서버 비용");
    expect(notificationSubject({ subject: null, link: "/leave" }, "ko")).toBe("연차");
    expect(notificationSubject({ subject: null, link: "/attendance" }, "en")).toBe("Attendance reward");
  });
});
