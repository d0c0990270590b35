/**
 * What lies in the archive, by index: but for its id, the same index is the same document in every run.
 *
 * Kept constant over all sizes: the number of employees; the watchers, a few members of staff with exactly
 * `WATCHED_DOCUMENTS` documents waiting for each and as many of their own among the first documents; of all others
 * nine tenths approved, a fiftieth under way, the rest refused or taken back.
 * Growing with the size: everybody's own documents, the watchers' too, and every manager's box.
 */
import { type BuiltInFormCode, type FormValues, formTemplates } from "@erp/contracts/approval-forms";
import { addDays, koreanDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import { newId } from "@erp/domain/new-id";
import { type Colleague, type Company, managerOf } from "./company";
import type { Composition, Progress } from "./compose-document";
import { pick, scatter } from "./scatter";

export const WATCHERS = 10;
export const WATCHED_DOCUMENTS = 50;

export type Archive = { company: Company; watchers: readonly Colleague[]; now: Date };

/** In about a twentieth of the titles; a search for it must find some and pass over many. */
export const SEARCHED_WORD = "노트북";

const subjects = [
  "서울 출장 교통비와 숙박비",
  `${SEARCHED_WORD} 구매`,
  "고객사 방문 식비",
  "클라우드 서버 비용",
  "신입 교육 자료 인쇄",
  "회의실 모니터 교체",
  "분기 워크숍 대관",
  "보안 점검 용역",
  "디자인 소프트웨어 구독",
  "전시회 부스 예약",
  "택배와 우편",
  "사무용 의자",
  "시제품 부품",
  "번역 용역",
  "온라인 광고",
  "채용 공고 게재",
  "법률 자문",
  "통신비",
  "도서 구입",
  "차량 유지비",
];

const DAY_MS = 24 * 60 * 60 * 1000;
const ARCHIVE_DAYS = 1_000;
/** What a watcher waits for or has written is recent; it must not sink below everybody's newer documents. */
const WATCHED_DAYS = 10;

/** What load adds is called like the archive, so that a search finds as much of it. */
export function titleOf(index: number): string {
  return `${pick(subjects, scatter(index, 3, subjects.length))} ${index + 1}`;
}

export function describeDocument(archive: Archive, index: number): Composition {
  const isWatched = index < WATCHERS * WATCHED_DOCUMENTS;
  // Two steps, because the milliseconds of so many days are more than `scatter` can tell apart.
  const days = scatter(index, 1, isWatched ? WATCHED_DAYS : ARCHIVE_DAYS);
  const submittedAt = new Date(archive.now.getTime() - days * DAY_MS - scatter(index, 9, DAY_MS));
  const formCode: BuiltInFormCode = scatter(index, 2, 4) === 0 ? "PROJECT" : "EXPENSE";
  return {
    id: newId<DocumentId>({ now: () => submittedAt }),
    number: `${formTemplates[formCode].numberPrefix}-${koreanDate(submittedAt).slice(0, 4)}-${String(index + 1).padStart(6, "0")}`,
    formCode,
    title: titleOf(index),
    values: formCode === "EXPENSE" ? expenseValues(index, submittedAt) : projectValues(index, submittedAt),
    submittedAt,
    ...(isWatched ? watchedPeople(archive, index) : otherPeople(archive, index, formCode)),
  };
}

type People = Pick<Composition, "requester" | "approvers" | "progress">;

/** Each watcher's documents wait for the next watcher. */
function watchedPeople({ watchers, company }: Archive, index: number): People {
  const approvers = [pick(watchers, index + 1), pick(company.managers, index)];
  return { requester: pick(watchers, index), approvers, progress: "OPEN_FIRST" };
}

/** A member of staff asks and their manager decides; a project also the manager of another department. Never a watcher. */
function otherPeople({ company }: Archive, index: number, formCode: BuiltInFormCode): People {
  const staffIndex = scatter(index, 4, company.staff.length);
  const manager = managerOf(company, staffIndex);
  const second = pick(company.managers, scatter(index, 5, company.managers.length));
  return {
    requester: pick(company.staff, staffIndex),
    approvers: formCode === "PROJECT" && second.id !== manager.id ? [manager, second] : [manager],
    progress: progressOf(scatter(index, 6, 100)),
  };
}

function progressOf(outOfHundred: number): Progress {
  if (outOfHundred < 2) return "OPEN_FIRST";
  if (outOfHundred < 8) return "REJECTED";
  return outOfHundred < 10 ? "WITHDRAWN" : "APPROVED";
}

function expenseValues(index: number, submittedAt: Date): FormValues {
  return {
    amountKrw: 10_000 + scatter(index, 7, 200) * 5_000,
    spentOn: addDays(koreanDate(submittedAt), -3),
    content: "업무에 필요하여 신청합니다. 영수증은 원본을 보관하고 있으며 예산 항목은 부서 운영비입니다.",
  };
}

function projectValues(index: number, submittedAt: Date): FormValues {
  const from = addDays(koreanDate(submittedAt), 14);
  return {
    period: { from, to: addDays(from, 30 + scatter(index, 8, 300)) },
    budgetKrw: 1_000_000 * (1 + scatter(index, 7, 90)),
    goal: "고객 문의에 답하는 시간을 절반으로 줄이고, 같은 질문이 두 번 오지 않도록 안내를 고칩니다.",
  };
}
