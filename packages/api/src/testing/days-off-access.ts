import { addDays, type CalendarDate } from "@erp/contracts/dates";
import { koreanHolidays } from "@erp/contracts/holidays-korea";
import { createQuestInput } from "@erp/contracts/quests";
import { uploadFile } from "@erp/domain/files/files.mutations";
import { requestLeave } from "@erp/domain/leave/leave.requests.mutations";
import { attachEvidence } from "@erp/domain/quests/quests.evidence.mutations";
import { createQuest } from "@erp/domain/quests/quests.mutations";
import { acceptQuest, approveWork, reportWork } from "@erp/domain/quests/quests.work.mutations";
import { grantLeave, leaveFor } from "@erp/domain/testing/leave-for";
import { type AccessRow, all, but, onlyHr } from "./access-ends";
import type { AccessWorld } from "./access-world";

const forOwnPeople = but(all("leave.not-your-people"), { subject: "ok", manager: "ok", hr: "ok" });
const ofSubject = ({ people }: AccessWorld) => ({ employeeId: people.subject.id });
const day = "2026-03-09";
const oneDay = { kind: "DAYS", from: "2026-11-25", days: 1 };

const holidays = new Set(koreanHolidays.map((holiday) => holiday.day));
let lastMonday = "2027-01-04" as CalendarDate;
/** Another Monday each time, because leave must not overlap. */
function nextMonday(): CalendarDate {
  do lastMonday = addDays(lastMonday, 7);
  while (holidays.has(lastMonday));
  return lastMonday;
}

async function grantEverybody({ ctx, people }: AccessWorld): Promise<void> {
  for (const person of Object.values(people)) await grantLeave(ctx, person, 60 * 480, { name: "access" });
}

/** A fresh request of the subject, waiting for their manager. */
async function leaveOfSubject(world: AccessWorld) {
  await grantEverybody(world);
  const wanted = leaveFor([world.people.manager.id], { from: nextMonday() }, 480);
  return (await requestLeave(world.as("subject"), wanted)).id;
}

export const leaveAccess: Record<string, AccessRow> = {
  "leave.balance": { input: ofSubject, ends: forOwnPeople },
  "leave.balances": {
    input: ({ people }) => ({ employeeIds: [people.subject.id] }),
    ends: but(all("request.forbidden"), { foreignManager: "leave.not-your-people", manager: "ok", hr: "ok" }),
  },
  "leave.register": {
    input: ({ people }) => ({ year: 2026, employeeIds: [people.subject.id] }),
    ends: but(all("request.forbidden"), { foreignManager: "leave.not-your-people", manager: "ok", hr: "ok" }),
  },
  "leave.exportRegister": { input: () => ({ year: 2026 }), ends: onlyHr },
  "leave.explain": { input: ofSubject, ends: forOwnPeople },
  "leave.previewCharge": { input: () => ({ wish: oneDay }), ends: all("ok") },
  "leave.offeredDays": { input: () => ({ from: oneDay.from }), ends: all("ok") },
  "leave.request": {
    input: async (world) => {
      await grantEverybody(world);
      return leaveFor([world.people.manager.id], { from: nextMonday() }, 480);
    },
    ends: but(all("ok"), { manager: "approval.requester-in-line" }),
  },
  "leave.cancel": {
    input: async (world) => ({ requestId: await leaveOfSubject(world), reason: "일정이 바뀌었어요" }),
    ends: but(all("leave.not-found"), { subject: "ok" }),
  },
  "leave.requestCancellation": {
    input: async (world) => {
      const requestId = await leaveOfSubject(world);
      const { line } = leaveFor([world.people.manager.id], { from: "2026-12-07" }, 480);
      return { requestId, from: "2026-12-07", title: "연차 취소", reason: "일정이 바뀌었어요", line };
    },
    // Still waiting for its approval: there is nothing to take back yet.
    ends: but(all("leave.not-found"), { subject: "leave.already-ended", manager: "approval.requester-in-line" }),
  },
  "leave.requests": { input: ofSubject, ends: forOwnPeople },
  "leave.teamCalendar": {
    input: ({ salesId }) => ({ from: "2026-11-01", to: "2026-11-30", departmentId: salesId }),
    ends: but(forOwnPeople, { peer: "ok" }),
  },
  "leave.ofDocument": {
    input: async (world) => ({ documentId: await leaveOfSubject(world) }),
    ends: but(all("approval.not-found"), { subject: "ok", manager: "ok", hr: "ok" }),
  },
  "leave.whoElseIsOff": {
    input: async (world) => ({ documentId: await leaveOfSubject(world) }),
    ends: but(all("approval.not-found"), { subject: "ok", manager: "ok", hr: "ok" }),
  },
  "leave.adjust": {
    input: (world) => ({ ...ofSubject(world), leaveMinutes: 480, reason: "주말 근무 보상" }),
    ends: but(all("request.forbidden"), { foreignManager: "leave.not-your-people", manager: "ok", hr: "ok" }),
  },
  "leave.absences": { input: ofSubject, ends: onlyHr },
  "leave.recordAbsence": {
    input: (world) => ({ ...ofSubject(world), day, kind: "ABSENT", reason: "연락 없이 결근" }),
    ends: onlyHr,
  },
  "leave.removeAbsence": {
    input: ({ people }) => ({ employeeId: people.peer.id, day }),
    ends: but(onlyHr, { hr: "absence.not-found" }),
  },
  "leave.holidays": { input: () => ({ year: 2026 }), ends: all("ok") },
  "leave.saveHoliday": {
    input: () => ({ day: "2026-12-31", kind: "COMPANY", nameKo: "종무일", nameEn: "Last day" }),
    ends: onlyHr,
  },
  "leave.removeHoliday": { input: () => ({ day: "2031-01-02" }), ends: but(onlyHr, { hr: "holiday.not-found" }) },
};

let correctedDays = 0;
function correctionDay(): CalendarDate {
  correctedDays += 1;
  return addDays("2026-01-01" as CalendarDate, correctedDays);
}

export const attendanceAccess: Record<string, AccessRow> = {
  "attendance.today": { ends: all("ok") },
  // Before the check-in: nobody has one yet.
  "attendance.checkOut": { ends: all("attendance.not-checked-in") },
  "attendance.checkIn": { ends: all("ok") },
  "attendance.month": {
    input: (world) => ({ ...ofSubject(world), month: "2026-11" }),
    ends: but(all("request.forbidden"), { subject: "ok", manager: "ok", hr: "ok" }),
  },
  "attendance.team": {
    input: () => ({}),
    ends: but(all("request.forbidden"), { foreignManager: "ok", manager: "ok", hr: "ok" }),
  },
  "attendance.teamCounts": { ends: but(all("request.forbidden"), { foreignManager: "ok", manager: "ok", hr: "ok" }) },
  // Only who has a manager has somebody to decide; another day each time, because one may be open.
  "attendance.requestCorrection": {
    input: () => ({ day: correctionDay(), hours: null, title: "출석 정정", reason: "출장이었어요" }),
    ends: but(all("attendance.no-approver"), { subject: "ok", peer: "ok" }),
  },
  "attendance.corrections": { ends: all("ok") },
  "attendance.correct": {
    input: (world) => {
      const hours = { checkedInAt: new Date(`${day}T09:00+09:00`), checkedOutAt: new Date(`${day}T18:00+09:00`) };
      return { ...ofSubject(world), day, hours, reason: "단말기 고장" };
    },
    ends: onlyHr,
  },
};

const offer = createQuestInput.parse({ title: "온보딩 문서 정리", rewardHalfDays: 2 });

/** A fresh quest of the manager's, that the subject has brought so far. */
async function quest(world: AccessWorld, reached: "OFFERED" | "ACCEPTED" | "REPORTED" | "APPROVED") {
  const { id: questId, version } = await createQuest(world.as("manager"), offer);
  const work = { questId, employeeId: world.people.subject.id };
  if (reached !== "OFFERED") await acceptQuest(world.as("subject"), { questId });
  if (reached === "REPORTED" || reached === "APPROVED")
    await reportWork(world.as("subject"), { questId, note: "끝냈어요" });
  if (reached === "APPROVED") await approveWork(world.as("manager"), work);
  return { offered: { questId }, versioned: { questId, version }, work };
}

const file = { name: "결과.pdf", base64: Buffer.from("%PDF-1.7").toString("base64") };

const forCreator = but(all("request.forbidden"), { foreignManager: "quest.not-the-creator", manager: "ok", hr: "ok" });
const forWorker = but(all("quest.work-not-found"), { subject: "ok" });
const ofDepartment = but(all("quest.other-department"), { peer: "ok", subject: "ok" });

export const questAccess: Record<string, AccessRow> = {
  "quests.list": {
    input: async (world) => {
      await quest(world, "ACCEPTED");
      return {};
    },
    ends: but(all("without-it"), { subject: "ok", manager: "ok" }),
  },
  "quests.view": {
    input: async (world) => (await quest(world, "ACCEPTED")).offered,
    ends: but(ofDepartment, { manager: "ok", hr: "ok" }),
  },
  "quests.accept": {
    input: async (world) => (await quest(world, "OFFERED")).offered,
    ends: but(ofDepartment, { manager: "quest.own-quest" }),
  },
  "quests.report": {
    input: async (world) => ({ ...(await quest(world, "ACCEPTED")).offered, note: "끝냈어요" }),
    ends: forWorker,
  },
  "quests.attachEvidence": {
    input: async (world) => {
      const { id: fileId } = await uploadFile(world.as("subject"), file);
      return { ...(await quest(world, "ACCEPTED")).offered, fileId };
    },
    ends: forWorker,
  },
  "quests.evidence": {
    input: async (world) => {
      const { offered, work } = await quest(world, "ACCEPTED");
      const { id: fileId } = await uploadFile(world.as("subject"), file);
      await attachEvidence(world.as("subject"), { ...offered, fileId });
      return work;
    },
    ends: but(all("file.not-found"), { subject: "ok", manager: "ok", hr: "ok" }),
  },
  "quests.claim": { input: async (world) => (await quest(world, "APPROVED")).offered, ends: forWorker },
  "quests.create": {
    input: () => ({ title: "사무실 정리", rewardHalfDays: 1 }),
    ends: but(all("request.forbidden"), { foreignManager: "ok", manager: "ok", hr: "ok" }),
  },
  "quests.edit": {
    input: async (world) => ({ ...(await quest(world, "OFFERED")).versioned, ...offer, title: "온보딩 문서 2판" }),
    ends: forCreator,
  },
  "quests.close": { input: async (world) => (await quest(world, "OFFERED")).offered, ends: forCreator },
  "quests.remove": { input: async (world) => (await quest(world, "OFFERED")).offered, ends: forCreator },
  "quests.approve": { input: async (world) => (await quest(world, "REPORTED")).work, ends: forCreator },
  "quests.reject": {
    input: async (world) => ({ ...(await quest(world, "REPORTED")).work, reason: "표지가 없어요" }),
    ends: forCreator,
  },
  "quests.budget": {
    input: ({ salesId }) => ({ departmentId: salesId, month: "2026-11" }),
    ends: but(all("request.forbidden"), { foreignManager: "quest.other-department", manager: "ok", hr: "ok" }),
  },
  "quests.budgets": { input: () => ({ month: "2026-11" }), ends: onlyHr },
  "quests.setBudget": {
    input: ({ salesId }) => ({ departmentId: salesId, month: "2027-01", limitHalfDays: 20 }),
    ends: onlyHr,
  },
};
