/** How far somebody came with a quest: accepted it, reported, was approved, was rejected, took the reward. */
export type DemoWork = {
  by: string;
  reached: "ACCEPTED" | "REPORTED" | "APPROVED" | "REJECTED" | "CLAIMED";
  note?: string;
  reason?: string;
};

export type DemoQuest = {
  by: string;
  daysAgo: number;
  title: string;
  description: string;
  rewardHalfDays: number;
  slots?: number;
  /** The last day to accept it, so many days from today. */
  deadlineInDays?: number;
  works: readonly DemoWork[];
  isClosed?: boolean;
};

/** Half days that each team may promise in a month. */
export const demoBudgets: Readonly<Record<string, number>> = { 개발팀: 20, 영업팀: 12, 인사팀: 8, 재무팀: 8 };

/** Oldest first. */
export const demoQuests: readonly DemoQuest[] = [
  {
    by: "sungho.park",
    daysAgo: 64,
    title: "장애 대응 절차 정리",
    description: "지난 장애 세 건을 바탕으로 당직자가 따라 할 수 있는 절차를 씁니다.",
    rewardHalfDays: 2,
    slots: 2,
    works: [
      {
        by: "minsu.kim",
        reached: "CLAIMED",
        note: "위키 ‘장애 대응’에 올렸어요. 지난주 모의 훈련에서 그대로 따라 했어요.",
      },
      { by: "haneul.kim", reached: "CLAIMED", note: "연락망과 점검 목록을 붙였어요." },
    ],
    isClosed: true,
  },
  {
    by: "kyunghee.lee",
    daysAgo: 40,
    title: "고객사 연락처 최신화",
    description: "담당자가 바뀐 고객사를 확인하고 명부를 고칩니다.",
    rewardHalfDays: 1,
    works: [
      { by: "seojun.lee", reached: "CLAIMED", note: "48곳 가운데 11곳이 바뀌어 있었어요." },
      { by: "chaewon.yoo", reached: "APPROVED", note: "나머지 32곳을 전화로 확인했어요." },
    ],
  },
  {
    by: "sungho.park",
    daysAgo: 19,
    title: "온보딩 문서 정리",
    description: "새로 온 분이 첫 주에 읽을 문서를 한곳에 모으고, 오래된 내용은 고칩니다.",
    rewardHalfDays: 1,
    slots: 3,
    works: [
      { by: "haneul.kim", reached: "APPROVED", note: "첫 주 문서 14개를 모으고 6개를 새로 썼어요." },
      { by: "yuna.bae", reached: "REPORTED", note: "개발 환경 설치 문서를 새 노트북에서 따라 하며 고쳤어요." },
    ],
  },
  {
    by: "youngsoo.yoon",
    daysAgo: 16,
    title: "법인카드 사용 안내 만들기",
    description: "자주 묻는 질문 열 가지를 한 장으로 정리합니다.",
    rewardHalfDays: 1,
    works: [{ by: "sohee.cha", reached: "REPORTED", note: "한 장 안내를 공유 폴더에 두었어요." }],
  },
  {
    by: "sungho.park",
    daysAgo: 13,
    title: "배포 자동화 점검",
    description: "수동으로 하던 확인 세 가지를 배포 과정에 넣습니다.",
    rewardHalfDays: 2,
    works: [
      {
        by: "haneul.kim",
        reached: "REJECTED",
        note: "두 가지를 넣었어요.",
        reason: "되돌리기 확인이 빠져 있어요. 마저 넣어 주세요.",
      },
      { by: "woojin.choi", reached: "REPORTED", note: "세 가지를 모두 넣고 스테이징에서 되돌려 봤어요." },
    ],
  },
  {
    by: "jimin.han",
    daysAgo: 11,
    title: "사내 동호회 안내판 새로 꾸미기",
    description: "동호회 소개와 모집 소식을 한눈에 보이게 합니다.",
    rewardHalfDays: 1,
    slots: 1,
    works: [{ by: "arin.jo", reached: "ACCEPTED" }],
  },
  {
    by: "sungho.park",
    daysAgo: 8,
    title: "느린 조회 다섯 개 줄이기",
    description: "느린 조회 목록에서 다섯 개를 골라 절반 이하로 줄입니다.",
    rewardHalfDays: 3,
    slots: 2,
    deadlineInDays: 10,
    works: [{ by: "haneul.kim", reached: "ACCEPTED" }],
  },
  {
    by: "kyunghee.lee",
    daysAgo: 5,
    title: "전시회 방문 기록 입력",
    description: "명함 120장을 고객 관리에 넣고 관심 제품을 표시합니다.",
    rewardHalfDays: 2,
    slots: 2,
    deadlineInDays: 7,
    works: [{ by: "hyunwoo.noh", reached: "ACCEPTED" }],
  },
  {
    by: "sungho.park",
    daysAgo: 3,
    title: "사내 세미나 발표",
    description: "최근에 배운 것을 30분 동안 나눕니다. 주제는 자유예요.",
    rewardHalfDays: 1,
    deadlineInDays: 24,
    works: [],
  },
  {
    by: "sungho.park",
    daysAgo: 1,
    title: "테스트 실행 시간 줄이기",
    description: "전체 테스트를 10분 안으로 줄일 방법을 찾아 적용합니다.",
    rewardHalfDays: 4,
    slots: 1,
    deadlineInDays: 30,
    works: [],
  },
];
