import type { Locale } from "@erp/contracts/units";
import enApprovals from "../../messages/en/approvals.json";
import enAttendance from "../../messages/en/attendance.json";
import enComponents from "../../messages/en/components.json";
import enDashboard from "../../messages/en/dashboard.json";
import enDepartments from "../../messages/en/departments.json";
import enFiles from "../../messages/en/files.json";
import enForms from "../../messages/en/forms.json";
import enIdentity from "../../messages/en/identity.json";
import enLeave from "../../messages/en/leave.json";
import enNotifications from "../../messages/en/notifications.json";
import enOperations from "../../messages/en/operations.json";
import enPeople from "../../messages/en/people.json";
import enQuests from "../../messages/en/quests.json";
import enSettings from "../../messages/en/settings.json";
import enShell from "../../messages/en/shell.json";
import enSubstitutes from "../../messages/en/substitutes.json";
import koApprovals from "../../messages/ko/approvals.json";
import koAttendance from "../../messages/ko/attendance.json";
import koComponents from "../../messages/ko/components.json";
import koDashboard from "../../messages/ko/dashboard.json";
import koDepartments from "../../messages/ko/departments.json";
import koFiles from "../../messages/ko/files.json";
import koForms from "../../messages/ko/forms.json";
import koIdentity from "../../messages/ko/identity.json";
import koLeave from "../../messages/ko/leave.json";
import koNotifications from "../../messages/ko/notifications.json";
import koOperations from "../../messages/ko/operations.json";
import koPeople from "../../messages/ko/people.json";
import koQuests from "../../messages/ko/quests.json";
import koSettings from "../../messages/ko/settings.json";
import koShell from "../../messages/ko/shell.json";
import koSubstitutes from "../../messages/ko/substitutes.json";

/** One file a feature; its name is the namespace: `useTranslations("people")`. Korean is the original. */
const korean = {
  approvals: koApprovals,
  attendance: koAttendance,
  components: koComponents,
  dashboard: koDashboard,
  departments: koDepartments,
  files: koFiles,
  forms: koForms,
  identity: koIdentity,
  leave: koLeave,
  notifications: koNotifications,
  operations: koOperations,
  people: koPeople,
  quests: koQuests,
  settings: koSettings,
  shell: koShell,
  substitutes: koSubstitutes,
};

export type Messages = typeof korean;

/** A missing English sentence does not compile: it must have every key of the Korean one. */
const english: Messages = {
  approvals: enApprovals,
  attendance: enAttendance,
  components: enComponents,
  dashboard: enDashboard,
  departments: enDepartments,
  files: enFiles,
  forms: enForms,
  identity: enIdentity,
  leave: enLeave,
  notifications: enNotifications,
  operations: enOperations,
  people: enPeople,
  quests: enQuests,
  settings: enSettings,
  shell: enShell,
  substitutes: enSubstitutes,
};

export function messagesIn(locale: Locale): Messages {
  return locale === "en" ? english : korean;
}
