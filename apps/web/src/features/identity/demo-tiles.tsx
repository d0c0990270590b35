"use client";

import type { DemoAccount } from "@erp/contracts/identity";
import { type Position, positionNames, roleNames } from "@erp/contracts/roles";
import { LoaderCircle } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/skeleton";
import { useToast } from "@/components/toast";
import { useDepartmentName } from "@/features/people/department-name";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useEnter } from "./use-enter";

/** Keeps their places while they are read; the seed offers six. */
const expectedTiles = [1, 2, 3, 4, 5, 6];

/** The demo company's people, one of each role; one click signs in. */
export function DemoTiles({ next }: { next: string | null }) {
  const t = useTranslations("identity.demo");
  const locale = useLocale();
  const toast = useToast();
  const enter = useEnter(next);
  const accounts = trpc.identity.demoAccounts.useQuery();
  const signIn = trpc.identity.demoSignIn.useMutation();
  const choose = ({ employeeId }: DemoAccount) =>
    signIn
      .mutateAsync({ employeeId })
      .then(enter)
      .catch((error: unknown) => {
        signIn.reset();
        toast.failed(sentenceOf(error, locale));
      });

  return (
    <section aria-labelledby="demo-title" className="mt-6">
      <h2 id="demo-title" className="text-center text-13 font-semibold text-ink-2">
        {t("title")}
      </h2>
      <p className="mb-3 text-center text-12 text-ink-3">{t("hint")}</p>
      {accounts.isError && (
        <ErrorState error={accounts.error} onRetry={() => accounts.refetch()} isRetrying={accounts.isRefetching} />
      )}
      <div className="grid gap-2 tablet:-mx-16 tablet:grid-cols-3">
        {accounts.isPending &&
          expectedTiles.map((tile) => <Skeleton key={tile} className="h-17 rounded-card tablet:h-30" />)}
        {accounts.data?.map((account) => (
          <DemoTile
            key={account.employeeId}
            account={account}
            isChosen={signIn.variables?.employeeId === account.employeeId && !signIn.isIdle}
            isLocked={!signIn.isIdle}
            onChoose={() => choose(account)}
          />
        ))}
      </div>
    </section>
  );
}

function DemoTile({
  account,
  isChosen,
  isLocked,
  onChoose,
}: {
  account: DemoAccount;
  isChosen: boolean;
  isLocked: boolean;
  onChoose(): void;
}) {
  const t = useTranslations("identity.demo");
  const locale = useLocale();
  const departmentName = useDepartmentName();
  const position = positionNames[account.position as Position][locale];
  return (
    <button
      type="button"
      onClick={onChoose}
      disabled={isLocked}
      aria-label={t("asRole", { name: account.name, position })}
      className="flex items-center gap-3 rounded-card border border-line bg-surface p-3 text-left transition-colors duration-120 not-disabled:hover:border-accent not-disabled:hover:bg-accent-soft tablet:flex-col tablet:gap-2 tablet:py-4 tablet:text-center"
    >
      <span className="relative">
        <Avatar id={account.employeeId} name={account.name} />
        {isChosen && (
          <LoaderCircle aria-hidden className="absolute -inset-1 size-10 animate-turn text-accent" strokeWidth={1.5} />
        )}
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{roleNames[account.role][locale]}</span>
        <span className="block text-12 text-ink-2">
          {account.name} {position}
        </span>
        <span className="block text-12 text-ink-3">{departmentName(account)}</span>
      </span>
    </button>
  );
}
