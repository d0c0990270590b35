"use client";

import type { DepartmentId } from "@erp/contracts/ids";
import type { QuestView } from "@erp/contracts/quests";
import { Trophy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/skeleton";
import { useMe } from "@/features/shell/me";
import { classNames } from "@/lib/class-names";
import { QuestCard } from "./quest-card";
import { byUrgency, columnOf, type QuestColumn, questColumns } from "./quest-columns";
import { useQuests } from "./use-quests";

type Props = { departmentId: DepartmentId | undefined; onCreate: (() => void) | null };

/** The four columns beside each other; on a phone one at a time. */
export function QuestColumns({ departmentId, onCreate }: Props) {
  const t = useTranslations("quests");
  const { id } = useMe();
  const { pages, quests } = useQuests(departmentId);
  const [shown, setShown] = useState<QuestColumn>("open");
  if (pages.isPending) return <BoardSkeleton label={t("loading")} />;
  if (pages.isLoadingError)
    return <ErrorState error={pages.error} onRetry={() => pages.refetch()} isRetrying={pages.isRefetching} />;
  const inColumn = (column: QuestColumn) => byUrgency(quests.filter((quest) => columnOf(quest, id) === column));
  const columns = questColumns.map((column) => ({ column, quests: inColumn(column) }));
  if (columns.every((each) => each.quests.length === 0))
    return (
      <EmptyState
        icon={Trophy}
        sentence={t(onCreate ? "emptyManager" : "emptyStaff")}
        action={onCreate && <Button onClick={onCreate}>{t("create")}</Button>}
      />
    );
  return (
    <>
      <ColumnChoice columns={columns} shown={shown} onShow={setShown} />
      <div className="grid items-start gap-3.5 tablet:grid-cols-2 desktop:grid-cols-4">
        {columns.map((each) => (
          <Column key={each.column} {...each} isShown={each.column === shown} />
        ))}
      </div>
      {pages.hasNextPage && (
        <Button className="mt-4" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

type Filled = { column: QuestColumn; quests: readonly QuestView[] };

function Column({ column, quests, isShown }: Filled & { isShown: boolean }) {
  const t = useTranslations("quests.column");
  return (
    <section aria-label={t(column)} className={classNames("grid gap-2.5", !isShown && "max-tablet:hidden")}>
      <h2 className="flex items-center gap-1.5 text-13 font-semibold text-ink-2 max-tablet:sr-only">
        {t(column)} <span className="text-ink-3">{quests.length}</span>
      </h2>
      {quests.length === 0 ? (
        <p className="rounded-card border border-dashed border-line-strong px-3 py-6 text-center text-13 text-ink-3">
          {t(`empty.${column}`)}
        </p>
      ) : (
        <ul className="grid gap-2.5">
          {quests.map((quest) => (
            <QuestCard key={quest.id} quest={quest} />
          ))}
        </ul>
      )}
    </section>
  );
}

type ChoiceProps = { columns: readonly Filled[]; shown: QuestColumn; onShow(column: QuestColumn): void };

function ColumnChoice({ columns, shown, onShow }: ChoiceProps) {
  const t = useTranslations("quests.column");
  return (
    <div className="mb-3 grid grid-cols-4 gap-1 rounded-control bg-hover p-1 tablet:hidden">
      {columns.map(({ column, quests }) => (
        <button
          key={column}
          type="button"
          aria-pressed={column === shown}
          onClick={() => onShow(column)}
          className={classNames(
            "min-h-9 rounded-small px-0.5 text-12 font-semibold",
            column === shown ? "bg-accent-soft text-accent" : "text-ink-2",
          )}
        >
          {t(column)} {quests.length}
        </button>
      ))}
    </div>
  );
}

function BoardSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-3.5 tablet:grid-cols-2 desktop:grid-cols-4">
      <span className="sr-only">{label}</span>
      {questColumns.map((column) => (
        <span key={column} className="grid content-start gap-2.5">
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-36 rounded-card" />
          <Skeleton className="h-36 rounded-card" />
        </span>
      ))}
    </div>
  );
}
