"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import { ListTree } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { LedgerRow } from "./ledger-row";

const PER_PAGE = 40;

/** Every entry with its rule, source and actor, newest first, and the balance after it. */
export function Ledger({ employeeId, dayMinutes }: { employeeId?: EmployeeId; dayMinutes: number | undefined }) {
  const t = useTranslations("leave.ledger");
  const [shown, setShown] = useState(PER_PAGE);
  const entries = trpc.leave.explain.useQuery(employeeId ? { employeeId } : {});
  if (entries.isPending) return <SkeletonRows rows={8} label={t("loading")} />;
  if (entries.isLoadingError)
    return <ErrorState error={entries.error} onRetry={() => entries.refetch()} isRetrying={entries.isRefetching} />;
  if (entries.data.length === 0) return <EmptyState icon={ListTree} sentence={t("empty")} />;
  const left = entries.data.length - shown;
  return (
    <>
      <table className="w-full border-collapse" aria-label={t("label")}>
        <thead className="max-tablet:sr-only">
          <tr className="border-b border-line text-left text-12 text-ink-3 [&>th]:h-9 [&>th]:pr-4 [&>th]:font-normal">
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("by")}</th>
            <th scope="col" className="text-right">
              {t("change")}
            </th>
            <th scope="col" className="pr-0! text-right">
              {t("balance")}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.data.slice(0, shown).map((entry) => (
            <LedgerRow key={entry.id} entry={entry} dayMinutes={dayMinutes} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button className="self-center" onClick={() => setShown(shown + PER_PAGE)}>
          {t("more", { count: left })}
        </Button>
      )}
    </>
  );
}
