"use client";

import type { DepartmentId, QuestId } from "@erp/contracts/ids";
import { questId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import { Plus } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { PageHeader } from "@/components/page-header";
import { Select } from "@/components/select";
import { useDepartmentOptions } from "@/features/people/use-department-options";
import { useMe } from "@/features/shell/me";
import { Page } from "@/features/shell/page";
import { BudgetMeter } from "./budget-meter";
import { QuestColumns } from "./quest-columns-view";
import { QuestDialog } from "./quest-dialog";
import { QuestSheet } from "./quest-sheet";

/** 퀘스트: the offers of a department and everybody's way through them; `/quests/<id>` opens one beside the board. */
export function QuestBoard() {
  const t = useTranslations("quests");
  const { role, departmentId: own } = useMe();
  const [departmentId, setDepartmentId] = useState<DepartmentId>(own);
  const [isCreating, setIsCreating] = useState(false);
  const [opened, close] = useOpenedQuest();
  const mayCreate = hasPermission(role, "quests:create");
  const other = departmentId === own ? undefined : departmentId;
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t(mayCreate ? "descriptionManager" : "descriptionStaff")}
        actions={
          <>
            {hasPermission(role, "quests:administer") && (
              <DepartmentSelect value={departmentId} onChange={setDepartmentId} />
            )}
            {mayCreate && (
              <Button look="primary" onClick={() => setIsCreating(true)}>
                <Plus aria-hidden />
                {t("create")}
              </Button>
            )}
          </>
        }
      />
      {mayCreate && (
        <div className="mb-5 max-w-72">
          <BudgetMeter departmentId={other} />
        </div>
      )}
      <QuestColumns departmentId={other} onCreate={mayCreate ? () => setIsCreating(true) : null} />
      {isCreating && <QuestDialog quest={null} onClose={() => setIsCreating(false)} />}
      {opened && <QuestSheet questId={opened} onClose={close} />}
    </Page>
  );
}

function DepartmentSelect({ value, onChange }: { value: DepartmentId; onChange(value: DepartmentId): void }) {
  const t = useTranslations("quests");
  const options = useDepartmentOptions();
  return (
    <Select
      aria-label={t("department")}
      placeholder={t("department")}
      value={value}
      options={options}
      onChange={(chosen) => chosen && onChange(chosen)}
      className="min-w-40"
    />
  );
}

/** The quest in the address, and the way back to the board without a round to the server. */
function useOpenedQuest(): [QuestId | null, () => void] {
  const [, , id] = usePathname().split("/");
  const parsed = questId.safeParse(id);
  return [parsed.success ? parsed.data : null, () => window.history.pushState(null, "", "/quests")];
}
