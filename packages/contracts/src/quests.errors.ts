import { defineErrors } from "./define-errors";

export const questErrors = defineErrors({
  "quest.not-found": { kind: "not-found", ko: "퀘스트를 찾을 수 없어요.", en: "There is no such quest." },
  "quest.other-department": {
    kind: "forbidden",
    ko: "다른 부서의 퀘스트예요.",
    en: "This quest is of another department.",
  },
  "quest.not-the-creator": {
    kind: "forbidden",
    ko: "퀘스트를 만든 사람만 할 수 있어요.",
    en: "Only the person who made the quest can do this.",
  },
  "quest.own-quest": {
    kind: "forbidden",
    ko: "자기가 만든 퀘스트는 수락할 수 없어요.",
    en: "You cannot accept a quest of your own.",
  },
  "quest.own-work": {
    kind: "forbidden",
    ko: "자기 일을 스스로 승인하거나 반려할 수 없어요.",
    en: "You cannot decide about your own work.",
  },
  "quest.already-accepted": {
    kind: "conflict",
    ko: "이미 수락한 퀘스트예요.",
    en: "You have accepted this quest already.",
  },
  "quest.closed": { kind: "conflict", ko: "마감된 퀘스트예요.", en: "This quest is closed." },
  "quest.full": { kind: "conflict", ko: "정원이 다 찼어요.", en: "All places of this quest are taken." },
  "quest.budget-exceeded": {
    kind: "conflict",
    ko: "이번 달 부서의 보상 예산이 모자라요.",
    en: "The department's reward budget of this month does not suffice.",
  },
  "quest.work-not-found": { kind: "not-found", ko: "수락한 기록이 없어요.", en: "This quest was not accepted." },
  "quest.wrong-state": {
    kind: "conflict",
    ko: "지금 상태에서는 할 수 없어요. 새로 고친 내용을 확인해 주세요.",
    en: "This is not possible in the present state. Please look at it again.",
  },
  "quest.accepted-by-somebody": {
    kind: "conflict",
    ko: "수락한 사람이 있어서 고칠 수 없어요.",
    en: "Somebody has accepted this quest; it cannot be edited any more.",
  },
  "quest.changed-meanwhile": {
    kind: "conflict",
    ko: "그 사이 다른 곳에서 바뀌었어요. 새로 고친 내용을 확인해 주세요.",
    en: "The quest has changed meanwhile. Please look at it again.",
  },
});
