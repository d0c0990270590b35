"use client";

import type { PersonView } from "@erp/contracts/employees";
import { UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Pill } from "@/components/pill";
import { usePersonWords } from "./use-person-words";

/** "김부장님 대신": the reader decides this document in somebody's place. */
export function OnBehalfPill({ principal }: { principal: PersonView }) {
  const t = useTranslations("substitutes");
  const { polite } = usePersonWords();
  return (
    <Pill meaning="info" icon={UserRoundCheck}>
      {t("onBehalf", { name: polite([principal]) })}
    </Pill>
  );
}
