"use client";

import type { SystemView } from "@erp/contracts/operations";
import { useTranslations } from "next-intl";
import { Pill, type PillMeaning } from "@/components/pill";

const products = { mysql: "MySQL", mongo: "MongoDB", redis: "Redis", kafka: "Kafka", soketi: "Soketi" } as const;

/** Names of products are the same in every language; what Soketi is for is not widely known. */
function nameOf(name: keyof typeof products, liveUpdates: string): string {
  return name === "soketi" ? `${liveUpdates} (${products.soketi})` : products[name];
}

type State = "up" | "down" | "unknown";
const meanings: Record<State, PillMeaning> = { up: "approved", down: "rejected", unknown: "neutral" };

export function Servers({ servers }: Pick<SystemView, "servers">) {
  const t = useTranslations("operations.system");
  return (
    <ul className="grid gap-x-6 tablet:grid-cols-2 desktop:grid-cols-3">
      {servers.map(({ name, isUp }) => {
        const state: State = isUp === null ? "unknown" : isUp ? "up" : "down";
        return (
          <li key={name} className="flex min-h-10 items-center justify-between gap-3">
            <span className="truncate">{nameOf(name, t("liveUpdates"))}</span>
            <Pill meaning={meanings[state]}>{t(`states.${state}`)}</Pill>
          </li>
        );
      })}
    </ul>
  );
}
