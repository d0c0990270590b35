"use client";

import type { SystemView } from "@erp/contracts/operations";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const storeNames = { mysql: "MySQL", mongo: "MongoDB" } as const;

/** Events that lie in a store and have not reached Kafka. */
export function Outboxes({ outboxes }: Pick<SystemView, "outboxes">) {
  const t = useTranslations("operations.system");
  return (
    <ul>
      {outboxes.map(({ store, waiting, oldestAgeSeconds }) => (
        <Row key={store} name={t("outbox", { store: storeNames[store] })}>
          {t("waitingEvents", { count: waiting })}
          {waiting > 0 && ` · ${t("oldest", { seconds: Math.round(oldestAgeSeconds) })}`}
        </Row>
      ))}
    </ul>
  );
}

/** How far each group is behind. */
export function ConsumerGroups({ groups }: Pick<SystemView, "groups">) {
  const t = useTranslations("operations.system");
  if (groups.length === 0) return <p className="py-2 text-ink-2">{t("noGroups")}</p>;
  return (
    <ul>
      {groups.map(({ group, lag }) => (
        <Row key={group} name={nameOf(t, group)}>
          {lag === 0 ? t("upToDate") : t("lag", { count: lag })}
        </Row>
      ))}
    </ul>
  );
}

type Translate = ReturnType<typeof useTranslations<"operations.system">>;

/** A group that a newer version of the workers brought has no words here yet. */
export function nameOf(t: Translate, group: string): string {
  const key = `groupNames.${group}` as "groupNames.approvals";
  return t.has(key) ? t(key) : group;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="flex min-h-10 items-center justify-between gap-3 border-b border-line last:border-b-0">
      <span className="truncate">{name}</span>
      <span className="text-13 whitespace-nowrap text-ink-2 tabular-nums">{children}</span>
    </li>
  );
}
