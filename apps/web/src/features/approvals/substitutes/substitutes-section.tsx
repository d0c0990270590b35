"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import type { Substitutions, SubstitutionView } from "@erp/contracts/substitutions";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { CardError, CardMessage } from "@/components/card-message";
import { CardSkeleton } from "@/components/card-skeleton";
import { trpc } from "@/lib/trpc";
import { EndSubstitutionDialog } from "./end-substitution-dialog";
import { NameSubstituteDialog } from "./name-substitute-dialog";
import { SubstitutionRow } from "./substitution-row";

type Asked = { dialog: "name" } | { dialog: "end"; substitution: SubstitutionView } | null;

/** 대결: who decides in the reader's place and for whom the reader does; of somebody else for HR, who names `employeeId`. */
export function SubstitutesSection({ employeeId }: { employeeId?: EmployeeId }) {
  const t = useTranslations("substitutes");
  const [asked, setAsked] = useState<Asked>(null);
  const whose = employeeId ? { employeeId } : {};
  const substitutions = trpc.substitutions.list.useQuery(whose);
  const close = () => setAsked(null);
  return (
    <Card
      id="substitutes"
      title={t("title")}
      aria-label={t("title")}
      action={
        <Button size="small" onClick={() => setAsked({ dialog: "name" })}>
          <UserPlus aria-hidden />
          {t("name")}
        </Button>
      }
    >
      <p className="text-13 text-ink-2">{t("explain")}</p>
      {substitutions.isPending && <CardSkeleton label={t("loading")} />}
      {substitutions.isError && (
        <CardError
          error={substitutions.error}
          onRetry={() => substitutions.refetch()}
          isRetrying={substitutions.isRefetching}
        />
      )}
      {substitutions.data && (
        <SubstitutionLists
          substitutions={substitutions.data}
          onEnd={(substitution) => setAsked({ dialog: "end", substitution })}
        />
      )}
      {asked?.dialog === "name" && <NameSubstituteDialog {...whose} onClose={close} />}
      {asked?.dialog === "end" && <EndSubstitutionDialog substitution={asked.substitution} onClose={close} />}
    </Card>
  );
}

type ListsProps = { substitutions: Substitutions; onEnd(substitution: SubstitutionView): void };

function SubstitutionLists({ substitutions: { named, standsIn }, onEnd }: ListsProps) {
  const t = useTranslations("substitutes");
  return (
    <>
      {named.length === 0 && <CardMessage title={t("empty")} hint={t("emptyHint")} />}
      <ul className="divide-y divide-line">
        {named.map((substitution) => (
          <SubstitutionRow
            key={substitution.id}
            substitution={substitution}
            person={substitution.substitute}
            onEnd={() => onEnd(substitution)}
          />
        ))}
      </ul>
      {standsIn.length > 0 && (
        <section className="border-t border-line pt-3">
          <h3 className="text-13 font-semibold text-ink-2">{t("standsIn")}</h3>
          <ul className="divide-y divide-line">
            {standsIn.map((substitution) => (
              <SubstitutionRow key={substitution.id} substitution={substitution} person={substitution.principal} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
