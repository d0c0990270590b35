import type { EmployeeId } from "@erp/contracts/ids";
import { defaultLineRule } from "@erp/contracts/line-rules";
import { submit } from "@erp/domain/approvals/approvals.drafts.mutations";
import { withdraw } from "@erp/domain/approvals/approvals.mutations";
import { saveLine } from "@erp/domain/approvals/approvals.saved-lines.mutations";
import { nameSubstitute } from "@erp/domain/approvals/approvals.substitutions.mutations";
import { createForm } from "@erp/domain/approvals/approvals.templates.mutations";
import { uploadFile } from "@erp/domain/files/files.mutations";
import { buildForm } from "@erp/domain/testing/build-form";
import { expenseFor } from "@erp/domain/testing/expense-for";
import { type AccessRow, all, but, onlyHr, open } from "./access-ends";
import { type AccessWorld, notificationOfManager } from "./access-world";
import { attendanceAccess, leaveAccess, questAccess } from "./days-off-access";

const hidden = all("approval.not-found");
/** E44: whoever is not on the line may not decide; the requester least of all. */
const notTheirs = but(all("approval.not-your-turn"), { subject: "approval.own-document", manager: "ok" });
const password = "Hanbit!2026";

let made = 0;
const freshEmail = () => `access-${process.pid}-${++made}@hanbit.example`;
const missingPerson = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

function employeeFields({ people, salesId }: AccessWorld) {
  const { name, position, role, hireDate, weeklyMinutes } = people.subject;
  return { name, departmentId: salesId, position, role, hireDate, weeklyMinutes, managerId: people.manager.id };
}

const identity: Record<string, AccessRow> = {
  "identity.signUp": {
    input: () => ({ email: freshEmail(), password, name: "새사람", departmentCode: "SALES" }),
    ends: open("ok"),
  },
  "identity.confirmSignUp": {
    input: () => ({ email: freshEmail(), code: "123456", proof: "made-up" }),
    ends: open("identity.invalid-code"),
  },
  "identity.resendCode": { input: () => ({ email: freshEmail() }), ends: open("ok") },
  "identity.signIn": { input: () => ({ email: freshEmail(), password }), ends: open("identity.invalid-credentials") },
  "identity.answerNewPassword": {
    input: () => ({ challenge: "made-up", newPassword: password }),
    ends: open("identity.ticket-expired"),
  },
  "identity.requestPasswordReset": { input: () => ({ email: freshEmail() }), ends: open("ok") },
  "identity.resetPassword": {
    input: () => ({ email: freshEmail(), code: "123456", newPassword: password }),
    ends: open("identity.invalid-code"),
  },
  "identity.signOut": { ends: all("ok") },
  "identity.demoAccounts": { ends: open("ok") },
  "identity.demoSignIn": { input: ({ people }) => ({ employeeId: people.hr.id }), ends: open("identity.demo-only") },
};

const employees: Record<string, AccessRow> = {
  "employees.me": { ends: all("ok") },
  "employees.list": { input: () => ({}), ends: all("ok") },
  "employees.colleague": { input: ({ people }) => ({ employeeId: people.subject.id }), ends: all("ok") },
  "employees.roster": {
    input: ({ salesId }) => ({ departmentId: salesId }),
    ends: but(all("request.forbidden"), { manager: "ok", hr: "ok" }),
  },
  "employees.view": {
    input: ({ people }) => ({ employeeId: people.subject.id }),
    ends: but(all("request.forbidden"), { manager: "ok", hr: "ok" }),
  },
  "employees.invite": { input: (world) => ({ email: freshEmail(), ...employeeFields(world) }), ends: onlyHr },
  "employees.edit": {
    input: async (world) => {
      const { id, version } = await world.newcomer();
      return { ...employeeFields(world), employeeId: id, version, role: "MANAGER" };
    },
    ends: onlyHr,
  },
  "employees.deactivate": {
    input: async (world) => ({ employeeId: (await world.newcomer()).id, version: 1, leftOn: "2026-11-30" }),
    ends: onlyHr,
  },
  "employees.resendInvitation": {
    // Nobody's factory makes accounts: somebody without one has not answered their invitation.
    input: async (world) => ({ employeeId: (await world.newcomer()).id }),
    ends: onlyHr,
  },
  "employees.importCsv": {
    input: () => ({ csv: "email,name,department,position,hire date\n", dryRun: true }),
    ends: onlyHr,
  },
  "employees.exportCsv": { input: () => ({}), ends: onlyHr },
  "employees.reactivate": {
    input: async (world) => ({ employeeId: (await world.newcomer()).id, version: 1 }),
    ends: but(onlyHr, { hr: "employee.not-left" }),
  },
  "departments.choices": { ends: open("ok") },
  "departments.list": { ends: all("ok") },
  "departments.create": {
    input: () => ({ code: `TEAM_${++made}`, nameKo: "새 팀", nameEn: "New team", parentId: null }),
    ends: onlyHr,
  },
  "departments.edit": {
    input: ({ salesId }) => ({ departmentId: salesId, nameKo: "영업팀", nameEn: "Sales", parentId: null }),
    ends: onlyHr,
  },
};

const ownDraft = { formCode: "EXPENSE", title: "초안", values: {}, line: [], referenceIds: [], readerIds: [] };
const receipt = { name: "영수증.pdf", base64: Buffer.from("%PDF-1.7").toString("base64") };
const versioned = async (world: AccessWorld) => {
  const { documentId, version } = await world.document();
  return { documentId, version };
};
const byId = async (world: AccessWorld) => ({ documentId: (await world.document()).documentId });

const approvals: Record<string, AccessRow> = {
  "approvals.saveDraft": { input: () => ownDraft, ends: all("ok") },
  "approvals.discardDraft": {
    input: versioned,
    ends: but(hidden, {
      subject: "approval.not-a-draft",
      manager: "approval.not-the-drafter",
      hr: "approval.not-the-drafter",
    }),
  },
  "approvals.submit": {
    // The requester is the actor, whoever that is: the subject's manager cannot be the approver of their own document.
    input: ({ people }) => expenseFor([people.manager.id]),
    ends: but(all("ok"), { manager: "approval.requester-in-line" }),
  },
  "approvals.approve": {
    input: versioned,
    ends: notTheirs,
  },
  "approvals.approveMany": {
    input: async (world) => ({ documents: [await versioned(world)] }),
    ends: but(all("refused-each"), { manager: "ok" }),
  },
  "approvals.reject": {
    input: async (world) => ({ ...(await versioned(world)), reason: "예산 초과" }),
    ends: notTheirs,
  },
  "approvals.withdraw": {
    input: versioned,
    ends: but(hidden, { subject: "ok", manager: "approval.not-the-drafter", hr: "approval.not-the-drafter" }),
  },
  "approvals.comment": {
    input: async (world) => ({ ...(await byId(world)), text: "확인했어요" }),
    ends: but(hidden, { subject: "ok", manager: "ok", hr: "ok" }),
  },
  "approvals.document": { input: byId, ends: but(hidden, { subject: "ok", manager: "ok", hr: "ok" }) },
  "approvals.file": {
    input: async (world) => {
      const { id: fileId } = await uploadFile(world.as("subject"), receipt);
      const expense = { ...expenseFor([world.people.manager.id]), fileIds: [fileId] };
      return { documentId: (await submit(world.as("subject"), expense)).id, fileId };
    },
    ends: but(hidden, { subject: "ok", manager: "ok", hr: "ok" }),
  },
  "approvals.list": {
    input: async (world) => {
      await world.document();
      return { box: "WAITING" };
    },
    ends: but(all("without-it"), { manager: "ok" }),
  },
  "approvals.counts": { ends: all("ok") },
  "approvals.awaiting": { input: ({ people }) => ({ employeeId: people.subject.id }), ends: onlyHr },
  "approvals.verify": { input: byId, ends: but(hidden, { subject: "ok", manager: "ok", hr: "ok" }) },
  "approvals.suggestLine": { input: () => ({ formCode: "EXPENSE" }), ends: all("ok") },
  "approvals.revise": {
    input: async (world) => {
      const document = await versioned(world);
      await withdraw(world.as("subject"), document);
      return { documentId: document.documentId };
    },
    ends: but(hidden, { subject: "ok", manager: "approval.not-the-drafter", hr: "approval.not-the-drafter" }),
  },
  "approvals.revisions": { input: byId, ends: but(hidden, { subject: "ok", manager: "ok", hr: "ok" }) },
  "approvals.copy": {
    input: byId,
    ends: but(hidden, { subject: "ok", manager: "approval.not-the-drafter", hr: "approval.not-the-drafter" }),
  },
};

const formOfHr = async (world: AccessWorld) => {
  const { code, version } = await createForm(world.as("hr"), buildForm());
  return { formCode: code, version };
};
const formByCode = async (world: AccessWorld) => ({ formCode: (await formOfHr(world)).formCode });

const forms: Record<string, AccessRow> = {
  "forms.list": { ends: all("ok") },
  "forms.create": { input: () => buildForm(), ends: onlyHr },
  "forms.change": { input: async (world) => ({ ...buildForm(), ...(await formOfHr(world)) }), ends: onlyHr },
  "forms.retire": { input: formByCode, ends: onlyHr },
  "forms.offer": { input: formByCode, ends: onlyHr },
};

const lineRules: Record<string, AccessRow> = {
  "lineRules.list": { ends: onlyHr },
  "lineRules.change": {
    input: async (world) => {
      const { formCode } = await formByCode(world);
      return { formCode, version: 0, ...defaultLineRule(formCode) };
    },
    ends: onlyHr,
  },
};

const standingInput = ({ people }: AccessWorld, employeeId: EmployeeId) => ({
  employeeId,
  substituteId: people.peer.id,
  period: null,
  reason: "",
});

const substitutions: Record<string, AccessRow> = {
  "substitutions.list": {
    input: ({ people }) => ({ employeeId: people.subject.id }),
    ends: but(onlyHr, { subject: "ok" }),
  },
  "substitutions.name": {
    input: async (world) => standingInput(world, (await world.newcomer()).id),
    ends: onlyHr,
  },
  "substitutions.end": {
    input: async (world) => {
      const input = standingInput(world, (await world.newcomer()).id);
      return { substitutionId: (await nameSubstitute(world.as("hr"), input)).id };
    },
    ends: but(all("substitution.not-found"), { hr: "ok" }),
  },
};

const oneStep = ({ people }: AccessWorld) => [
  { kind: "APPROVAL" as const, quorum: "ALL" as const, approverIds: [people.manager.id] },
];
const lineOfSubject = async (world: AccessWorld) => {
  const saved = await saveLine(world.as("subject"), { name: `결재선 ${++made}`, line: oneStep(world) });
  return { savedLineId: saved.at(-1)?.id };
};
const notTheirLine = but(all("saved-line.not-found"), { subject: "ok" });

const savedLines: Record<string, AccessRow> = {
  "savedLines.list": { ends: all("ok") },
  "savedLines.save": { input: (world) => ({ name: `결재선 ${++made}`, line: oneStep(world) }), ends: all("ok") },
  "savedLines.rename": {
    input: async (world) => ({ ...(await lineOfSubject(world)), name: `새 이름 ${++made}` }),
    ends: notTheirLine,
  },
  "savedLines.remove": { input: lineOfSubject, ends: notTheirLine },
};

const notifications: Record<string, AccessRow> = {
  "notifications.list": {
    input: async (world) => {
      await notificationOfManager(world);
      return {};
    },
    ends: but(all("without-it"), { subject: "ok", manager: "ok" }),
  },
  "notifications.unread": { ends: all("ok") },
  "notifications.read": {
    input: async (world) => ({ notificationId: await notificationOfManager(world) }),
    ends: but(all("notification.not-found"), { manager: "ok" }),
  },
  "notifications.readAll": { ends: all("ok") },
  "notifications.readLink": { input: () => ({ link: `/approvals/${missingPerson}` }), ends: all("ok") },
  "notifications.preferences": { ends: all("ok") },
  "notifications.changePreferences": { input: () => ({ digestHour: 8 }), ends: all("ok") },
};

const operations: Record<string, AccessRow> = {
  "operations.system": { ends: onlyHr },
  "operations.redrive": { input: () => ({ topic: "erp.leave.v1" }), ends: onlyHr },
  "operations.audit": { input: () => ({}), ends: onlyHr },
};

/** Every procedure of the product. One that is missing here, or here and nowhere else, fails the test. */
export const accessTable: Record<string, AccessRow> = {
  ...identity,
  ...employees,
  ...approvals,
  ...forms,
  ...lineRules,
  ...savedLines,
  ...substitutions,
  ...notifications,
  ...leaveAccess,
  ...attendanceAccess,
  ...questAccess,
  "files.upload": { input: () => receipt, ends: all("ok") },
  ...operations,
};
