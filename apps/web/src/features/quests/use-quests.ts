"use client";

import type { DepartmentId } from "@erp/contracts/ids";
import type { QuestView } from "@erp/contracts/quests";
import { trpc } from "@/lib/trpc";
import { ownQuests } from "./quest-inputs";

/** The quests the reader may see; HR can name another department. */
export function useQuests(departmentId?: DepartmentId) {
  const pages = trpc.quests.list.useInfiniteQuery(departmentId ? { ...ownQuests, departmentId } : ownQuests, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const quests: QuestView[] = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return { pages, quests };
}
