import { startOfKoreanDay, TIME_ZONE } from "./dates";
import type { PersonView } from "./employees";
import { fillPlaces } from "./fill-places";
import { leaveDaysOf } from "./leave-days";
import type { NotificationKind, NotificationView, NotifiedLeave } from "./notifications";
import { positionNames } from "./roles";
import { SUBSTITUTES_PATH } from "./substitutions";
import type { Locale, LocalizedText } from "./units";

/** `{name}` caused it; `{amount}` and `{date}` speak of leave. */
const sentences: Record<NotificationKind, LocalizedText> = {
  APPROVAL_REQUESTED: { ko: "{name}이 결재를 요청했어요", en: "{name} asks for your decision" },
  APPROVAL_APPROVED: { ko: "결재가 모두 끝났어요", en: "All steps are complete" },
  APPROVAL_REJECTED: { ko: "{name}이 반려했어요", en: "{name} rejected it" },
  APPROVAL_WITHDRAWN: { ko: "{name}이 문서를 회수했어요", en: "{name} withdrew it" },
  APPROVAL_COMMENTED: { ko: "{name}이 의견을 남겼어요", en: "{name} commented" },
  APPROVAL_REFERENCED: { ko: "{name}이 참조로 지정했어요", en: "{name} named you as reference" },
  APPROVAL_SHARED: { ko: "{name}의 문서를 열람할 수 있어요", en: "You may read {name}’s document" },
  APPROVAL_DUE_SOON: {
    ko: "{name}이 요청한 결재의 기한이 다가왔어요",
    en: "A decision that {name} asked for is due soon",
  },
  APPROVAL_OVERDUE: { ko: "결재 기한이 지났어요", en: "The deadline for a decision has passed" },
  APPROVAL_ESCALATED: {
    ko: "{name}의 결재 기한이 지났어요. 대신 결재할 수 있어요",
    en: "{name} has missed a deadline. You may decide instead",
  },
  SUBSTITUTE_REQUESTED: { ko: "{name} 대신 결재할 문서가 왔어요", en: "A document waits for you to decide for {name}" },
  SUBSTITUTE_NAMED: { ko: "{name}이 대결자로 지정했어요", en: "You decide in the place of {name}" },
  SUBSTITUTE_ENDED: { ko: "{name}의 대결이 끝났어요", en: "You no longer decide in the place of {name}" },
  ACCOUNT_CHANGED: { ko: "계정 정보가 바뀌었어요", en: "Your account was changed" },
  QUEST_OFFERED: { ko: "{name}이 새 퀘스트를 올렸어요", en: "{name} offers a new quest" },
  QUEST_ACCEPTED: { ko: "{name}이 퀘스트를 수락했어요", en: "{name} accepted the quest" },
  QUEST_REPORTED: {
    ko: "{name}이 완료를 보고했어요. 확인해 주세요",
    en: "{name} reports the work as done. Please have a look",
  },
  QUEST_APPROVED: {
    ko: "{name}이 완료를 승인했어요. 보상을 받으세요",
    en: "{name} approved your work. Claim your reward",
  },
  QUEST_REJECTED: {
    ko: "{name}이 완료를 반려했어요. 다시 보고할 수 있어요",
    en: "{name} sent your work back. You can report again",
  },
  REWARD_PAID: { ko: "연차 {amount}이 들어왔어요", en: "{amount} of leave came in" },
  REWARD_TAKEN_BACK: {
    ko: "기록이 정정되어 보상 {amount}이 취소됐어요",
    en: "After a correction {amount} of reward was taken back",
  },
  LEAVE_EXPIRING: { ko: "{date}이 지나면 연차 {amount}이 사라져요", en: "{amount} of leave lapse after {date}" },
  LEAVE_CANCELLED: { ko: "{name}이 승인된 휴가를 취소했어요", en: "{name} cancelled approved leave" },
};

const system: LocalizedText = { ko: "시스템", en: "The system" };

type Told = Pick<NotificationView, "kind" | "actor" | "leave">;

/** What a notification says, in the portal and in a mail: made from its kind in the reader's language, never stored. */
export function notificationSentence({ kind, actor, leave }: Told, language: Locale): string {
  return fillPlaces(sentences[kind][language], {
    name: actor === null ? system[language] : politeName(actor, language),
    amount: leave === null ? "" : amountOf(leave, language),
    date: leave === null ? "" : dateOf(leave, language),
  });
}

const leaveItself: LocalizedText = { ko: "연차", en: "Leave" };
/** What a notification without a title is about, by the page it leads to. */
const subjectsByLink: Record<string, LocalizedText> = {
  "/attendance": { ko: "출석 보상", en: "Attendance reward" },
  [SUBSTITUTES_PATH]: { ko: "대결", en: "Substitution" },
};

/** What it is about: a document's or quest's title, or what the kind speaks of. */
export function notificationSubject({ subject, link }: Pick<NotificationView, "subject" | "link">, language: Locale) {
  return subject ?? (subjectsByLink[link] ?? leaveItself)[language];
}

function politeName({ name, position }: PersonView, language: Locale): string {
  return language === "ko" ? `${name} ${positionNames[position].ko}님` : name;
}

function amountOf({ leaveMinutes, dayMinutes }: NotifiedLeave, language: Locale): string {
  const days = leaveDaysOf(leaveMinutes, dayMinutes);
  if (language === "ko") return `${days}일`;
  return days === 1 ? "1 day" : `${days} days`;
}

function dateOf({ expiresOn }: NotifiedLeave, language: Locale): string {
  if (expiresOn === null) return "";
  const format = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", timeZone: TIME_ZONE });
  return format.format(startOfKoreanDay(expiresOn));
}
