"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { RelativeTime } from "@/components/relative-time";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { DeadLetters } from "./dead-letters";
import { ConsumerGroups, Outboxes } from "./queues";
import { Servers } from "./servers";

/** As often as the workers report. */
const LOOK_EVERY_MS = 10_000;

/** 시스템 상태: what runs, what waits, what was given up on. It looks again by itself: signals may be what is broken. */
export function SystemPage() {
  const t = useTranslations("operations.system");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <SystemState />
    </>
  );
}

function SystemState() {
  const t = useTranslations("operations.system");
  const components = useTranslations("components");
  const system = trpc.operations.system.useQuery(undefined, { refetchInterval: LOOK_EVERY_MS });
  if (system.isPending) return <SkeletonRows rows={6} label={components("loading")} />;
  if (system.isError)
    return <ErrorState error={system.error} onRetry={() => system.refetch()} isRetrying={system.isRefetching} />;
  const { servers, reportedAt, isStale, outboxes, groups, deadLetters } = system.data;
  return (
    <div className="grid gap-4">
      {(isStale || !reportedAt) && (
        <p role="alert" className="flex items-center gap-2 rounded-card bg-wait-soft px-4 py-3 text-wait">
          <TriangleAlert aria-hidden className="size-4.5 shrink-0" />
          {t(reportedAt ? "stale" : "notReported")}
        </p>
      )}
      <Card title={t("servers")} action={reportedAt && <Reported at={reportedAt} />}>
        <Servers servers={servers} />
      </Card>
      <div className="grid items-start gap-4 tablet:grid-cols-2">
        <Card title={t("outboxes")}>
          <Outboxes outboxes={outboxes} />
        </Card>
        <Card title={t("groups")}>
          <ConsumerGroups groups={groups} />
        </Card>
      </div>
      <Card title={t("deadLetters")}>
        <DeadLetters topics={deadLetters.filter(({ waiting, passedOver }) => waiting + passedOver.length > 0)} />
      </Card>
    </div>
  );
}

function Reported({ at }: { at: Date }) {
  const t = useTranslations("operations.system");
  return (
    <span className="text-12 text-ink-3">
      {t("reported")} <RelativeTime at={at} />
    </span>
  );
}
