import { defineErrors } from "./define-errors";

export const approvalErrors = defineErrors({
  "approval.not-found": {
    kind: "not-found",
    ko: "문서를 찾을 수 없어요. 지워졌거나 볼 수 없는 문서예요.",
    en: "There is no such document, or it is not yours to see.",
  },
  "approval.changed-meanwhile": {
    kind: "conflict",
    ko: "그 사이 다른 처리가 먼저 끝났어요. 지금 상태를 확인해 주세요.",
    en: "Somebody was faster. Please look at the document as it is now.",
  },
  "approval.already-closed": {
    kind: "conflict",
    ko: "이미 끝난 문서예요. 더 바꿀 수 없어요.",
    en: "This document is closed and cannot change any more.",
  },
  "approval.already-decided": {
    kind: "conflict",
    ko: "이미 결재한 단계예요.",
    en: "You have decided this step already.",
  },
  "approval.not-your-turn": {
    kind: "forbidden",
    ko: "지금은 결재할 차례가 아니에요.",
    en: "It is not your turn to decide.",
  },
  "approval.own-document": {
    kind: "forbidden",
    ko: "자기가 올린 문서는 결재할 수 없어요.",
    en: "You cannot decide your own document.",
  },
  "approval.not-the-drafter": {
    kind: "forbidden",
    ko: "문서를 올린 사람만 할 수 있어요.",
    en: "Only the person who wrote the document can do this.",
  },
  "approval.not-a-draft": {
    kind: "conflict",
    ko: "이미 올린 문서예요.",
    en: "This document has been submitted already.",
  },
  "approval.begun-elsewhere": {
    kind: "invalid",
    ko: "이 양식은 복사하거나 고쳐 올릴 수 없어요. 연차나 출석 화면에서 새로 신청해 주세요.",
    en: "This form cannot be copied or revised. Please start anew from leave or attendance.",
  },
  "approval.not-to-revise": {
    kind: "conflict",
    ko: "반려되거나 회수한 문서만 다시 올릴 수 있어요.",
    en: "Only rejected or withdrawn documents can be revised.",
  },
  "approval.already-revised": {
    kind: "conflict",
    ko: "이미 다시 올린 문서예요. 가장 최근 문서를 확인해 주세요.",
    en: "This document has been revised already. Please look at the newest one.",
  },
  "approval.still-a-draft": {
    kind: "conflict",
    ko: "아직 올리지 않은 문서예요.",
    en: "This document has not been submitted yet.",
  },
  "approval.reason-required": { kind: "invalid", ko: "반려하는 이유를 적어 주세요.", en: "Please give a reason." },
  "approval.form-incomplete": {
    kind: "invalid",
    ko: "필수 항목을 채워 주세요.",
    en: "Please fill in the required fields.",
  },
  "approval.approver-unavailable": {
    kind: "invalid",
    ko: "{name}님은 결재자로 지정할 수 없어요. 퇴사했거나 없는 직원이에요.",
    en: "{name} cannot be an approver: this person has left or does not exist.",
  },
  "approval.requester-in-line": {
    kind: "invalid",
    ko: "자기 자신은 결재자로 지정할 수 없어요.",
    en: "You cannot be an approver of your own document.",
  },
  "approval.line-lacks-signers": {
    kind: "invalid",
    ko: "결재선 규정에 따라 꼭 결재해야 하는 사람이 있어요: {names}. 결재선에 넣고 다시 올려 주세요.",
    en: "The line rule of this form names people who have to sign: {names}. Please put them on the line and submit again.",
  },
  "approval.too-many-comments": {
    kind: "conflict",
    ko: "이 문서에는 의견을 더 남길 수 없어요.",
    en: "This document cannot take more comments.",
  },
  "approval.same-approver-twice": {
    kind: "invalid",
    ko: "같은 결재자가 두 번 들어 있어요.",
    en: "The same approver is named twice.",
  },
});
