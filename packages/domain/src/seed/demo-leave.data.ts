import type { LeavePart } from "@erp/contracts/leave";

/** How far a request has come. `cancelledFrom`: approved, begun, and taken back from that many days from today on. */
export type LeaveEnding =
  | "WAITING"
  | "APPROVED"
  | "WITHDRAWN"
  | "CANCELLED"
  | { rejected: string }
  | { cancelledFrom: number; isDecided: boolean };

export type LeaveStory = {
  by: string;
  /** Asked for so many days before today. */
  daysAgo: number;
  /** The first workday so many days from today on; negative for the past. */
  startsIn: number;
  /** Workdays, in halves. */
  days: number;
  /** Instead of `days`: a part of a single day. */
  part?: LeavePart;
  reason: string;
  ending: LeaveEnding;
};

export type AdjustmentStory = { of: string; by: string; daysAgo: number; days: number; reason: string };

function away(
  by: string,
  daysAgo: number,
  startsIn: number,
  days: number,
  reason: string,
  ending: LeaveEnding = "APPROVED",
): LeaveStory {
  return { by, daysAgo, startsIn, days, reason, ending };
}

function partly(by: string, daysAgo: number, startsIn: number, part: LeavePart, reason: string): LeaveStory {
  return { by, daysAgo, startsIn, days: 0.5, part, reason, ending: "APPROVED" };
}

const afternoon: LeavePart = { kind: "HALF", half: "PM" };
const lastQuarter: LeavePart = { kind: "QUARTER", quarter: 4 };
const firstHours: LeavePart = { kind: "HOURS", startHour: 0, hours: 2 };

/** In the order of asking: past leave of many, somebody away today, and for 김하늘 a request in every state. */
export const leaveStories: readonly LeaveStory[] = [
  away("jihye.lim", 132, -120, 5, "가족 여행"),
  away("sungho.park", 124, -110, 3, "가족 여행"),
  away("kyunghee.lee", 119, -104, 4, "부모님 칠순"),
  away("minsu.kim", 110, -96, 5, "제주 여행"),
  away("woojin.choi", 104, -98, 2, "이사"),
  away("youngsoo.yoon", 99, -90, 3, "휴식"),
  away("haneul.kim", 95, -82, 3, "친구 결혼식과 여행"),
  partly("soyeon.kang", 90, -86, afternoon, "아이 학교 상담"),
  away("mirae.baek", 84, -75, 2, "건강 검진"),
  away("dahye.song", 78, -66, 5, "휴식"),
  partly("haneul.kim", 70, -66, afternoon, "치과 진료"),
  away("sangwoo.jang", 64, -50, 4, "가족 여행"),
  away("taeyoon.jung", 60, -47, 3, "휴식"),
  partly("hana.seo", 54, -50, lastQuarter, "택배와 설치 기사 방문"),
  away("haneul.kim", 48, -40, 1, "가족 행사", { rejected: "출시일이에요. 다음 주로 옮겨 주시면 승인할게요." }),
  away("haneul.kim", 46, -33, 1, "가족 행사"),
  partly("yuna.bae", 40, -37, firstHours, "은행 업무"),
  away("jaewon.shin", 36, -26, 2, "휴식"),
  away("eunbi.kwon", 33, -20, 1.5, "병원 진료"),
  away("donghyun.oh", 30, -19, 2, "휴식"),
  away("haneul.kim", 27, -14, 1, "개인 사정", "WITHDRAWN"),
  away("minho.ahn", 24, -13, 1, "예비군 훈련 뒤 휴식"),
  away("gunwoo.ryu", 22, -12, 3, "여행", { cancelledFrom: -11, isDecided: true }),
  away("soyeon.kang", 18, -1, 4, "가족 여행"),
  away("seojun.lee", 16, -2, 5, "여행"),
  away("arin.jo", 14, 0, 1, "이사"),
  away("minji.hong", 12, -1, 4, "휴식", { cancelledFrom: 1, isDecided: false }),
  partly("junho.yang", 9, 0, afternoon, "관공서 방문"),
  away("haneul.kim", 9, 20, 1, "콘서트", "CANCELLED"),
  away("minsu.kim", 8, 9, 3, "부산 여행"),
  away("woojin.choi", 6, 10, 1, "자격증 시험"),
  away("jihye.lim", 4, 23, 5, "연말 휴가", "WAITING"),
  away("sungho.park", 3, 16, 2, "가족 여행", "WAITING"),
  away("haneul.kim", 3, 30, 2, "연말 휴가"),
  away("yuna.bae", 2, 9, 2, "휴식", "WAITING"),
  away("haneul.kim", 1, 9, 2, "부모님 생신", "WAITING"),
  away("sohee.cha", 1, 12, 1, "휴식", "WAITING"),
];

export const adjustmentStories: readonly AdjustmentStory[] = [
  { of: "haneul.kim", by: "sungho.park", daysAgo: 58, days: 1, reason: "주말 배포 지원에 대한 보상" },
  { of: "woojin.choi", by: "sungho.park", daysAgo: 57, days: 0.5, reason: "야간 장애 대응에 대한 보상" },
  { of: "jaewon.shin", by: "kyunghee.lee", daysAgo: 41, days: 1, reason: "전시회 주말 근무에 대한 보상" },
  { of: "sohee.cha", by: "jimin.han", daysAgo: 20, days: -0.5, reason: "중복으로 더한 반차를 바로잡음" },
];
