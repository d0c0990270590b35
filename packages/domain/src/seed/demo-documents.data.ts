import { openStories } from "./demo-open-documents.data";
import { pastStories } from "./demo-past-documents.data";
import { type DemoStory, expense } from "./demo-story";

const monthly = [
  {
    by: "minsu.kim",
    line: "donghyun.oh > jihye.lim",
    what: "클라우드 사용료",
    amountKrw: 3_410_000,
    vendor: "네이버클라우드",
  },
  { by: "sohee.cha", line: "mirae.baek", what: "사무용품 구매", amountKrw: 187_000, vendor: "오피스디포" },
  { by: "hyunwoo.noh", line: "minji.hong", what: "영업 차량 주유비", amountKrw: 264_500, vendor: "SK에너지" },
] as const;

/** What every company pays every month, for the five months before. */
const recurring = [145, 115, 85, 55, 25].flatMap((daysAgo, month) =>
  monthly.map(({ by, line, what, amountKrw, vendor }, index) =>
    expense(
      daysAgo - index,
      by,
      line,
      `${what} ${month + 1}회차`,
      amountKrw + month * 11_000,
      `${what} 정기 결제`,
      "APPROVED",
      { vendor },
    ),
  ),
);

/** In the order of their submission. */
export const demoStories: readonly DemoStory[] = [...pastStories, ...recurring, ...openStories].sort(
  (one, other) => other.daysAgo - one.daysAgo,
);
