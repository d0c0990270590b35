import type { Locale } from "@erp/contracts/units";
import enApprovals from "../../messages/en/approvals.json";
import enAttendance from "../../messages/en/attendance.json";
import enComponents from "../../messages/en/components.json";
import enDashboard from "../../messages/en/dashboard.json";
import enDepartments from "../../messages/en/departments.json";
import enIdentity from "../../messages/en/identity.json";
import enLeave from "../../messages/en/leave.json";
import enNotifications from "../../messages/en/notifications.json";
import enOperations from "../../messages/en/operations.json";
import enPeople from "../../messages/en/people.json";
import enQuests from "../../messages/en/quests.json";
import enShell from "../../messages/en/shell.json";
import koApprovals from "../../messages/ko/approvals.json";
import koAttendance from "../../messages/ko/attendance.json";
import koComponents from "../../messages/ko/components.json";
import koDashboard from "../../messages/ko/dashboard.json";
import koDepartments from "../../messages/ko/departments.json";
import koIdentity from "../../messages/ko/identity.json";
import koLeave from "../../messages/ko/leave.json";
import koNotifications from "../../messages/ko/notifications.json";
import koOperations from "../../messages/ko/operations.json";
import koPeople from "../../messages/ko/people.json";
import koQuests from "../../messages/ko/quests.json";
import koShell from "../../messages/ko/shell.json";

/** One file a feature; its name is the namespace: `useTranslations("people")`. Korean is the original. */
const korean = {
  approvals: koApprovals,
  attendance: koAttendance,
  components: koComponents,
  dashboard: koDashboard,
  departments: koDepartments,
  identity: koIdentity,
  leave: koLeave,
  notifications: koNotifications,
  operations: koOperations,
  people: koPeople,
  quests: koQuests,
  shell: koShell,
};

export type Messages = typeof korean;

/** A missing English sentence does not compile: it must have every key of the Korean one. */
const english: Messages = {
  approvals: enApprovals,
  attendance: enAttendance,
  components: enComponents,
  dashboard: enDashboard,
  departments: enDepartments,
  identity: enIdentity,
  leave: enLeave,
  notifications: enNotifications,
  operations: enOperations,
  people: enPeople,
  quests: enQuests,
  shell: enShell,
};

export function messagesIn(locale: Locale): Messages {
  return locale === "en" ? english : korean;
}
