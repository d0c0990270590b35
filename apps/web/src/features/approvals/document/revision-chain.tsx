"use client";

import type { DocumentForm } from "@erp/contracts/approval-forms";
import type { DocumentView, RevisionChange, RevisionView } from "@erp/contracts/approvals";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { StatusPill } from "../format/status-pill";
import { usePersonWords } from "../format/use-person-words";
import { useChangeWords } from "./use-change-words";

/** Every submission of the same matter: why each came back, and what the next one changed. Nothing where there is one. */
export function RevisionChain({ document }: { document: DocumentView }) {
  const t = useTranslations("approvals.revisions");
  const { data, isLoadingError, error, refetch, isRefetching } = trpc.approvals.revisions.useQuery({
    documentId: document.id,
  });
  if (isLoadingError) return <ErrorState error={error} onRetry={() => refetch()} isRetrying={isRefetching} />;
  if (!data) return document.revision > 1 ? <Skeleton className="mt-5 h-24 rounded-control" /> : null;
  if (data.length < 2) return null;
  return (
    <section className="mt-5 border-t border-line pt-4" aria-label={t("title")}>
      <h3 className="text-14 font-semibold">{t("title")}</h3>
      <ol className="mt-2.5 grid gap-3">
        {data.map((each) => (
          <Revision key={each.id} revision={each} form={document.form} isShown={each.id === document.id} />
        ))}
      </ol>
    </section>
  );
}

type RevisionProps = { revision: RevisionView; form: DocumentForm; isShown: boolean };

function Revision({
  revision: { id, number, revision, status, rejection, mayOpen, changes },
  form,
  isShown,
}: RevisionProps) {
  const t = useTranslations("approvals.revisions");
  const { named } = usePersonWords();
  const words = [t("badge", { revision }), number].filter((part) => part !== null).join(" · ");
  return (
    <li className="grid gap-1.5" aria-current={isShown || undefined}>
      <p className="flex flex-wrap items-center gap-2">
        {mayOpen && !isShown ? (
          <Link href={`/approvals/${id}`} className="font-medium text-accent hover:underline">
            {words}
          </Link>
        ) : (
          <span className={isShown ? "font-semibold" : undefined}>{words}</span>
        )}
        <StatusPill status={status} />
      </p>
      {changes.length > 0 && <Changes changes={changes} form={form} />}
      {rejection && (
        <p className="rounded-control bg-no-soft px-2.5 py-1.5 text-13">
          <span className="font-semibold text-no">{named(rejection.person)}</span>{" "}
          <span className="whitespace-pre-wrap">{rejection.reason}</span>
        </p>
      )}
    </li>
  );
}

function Changes({ changes, form }: { changes: readonly RevisionChange[]; form: DocumentForm }) {
  const t = useTranslations("approvals.revisions");
  const wordsOf = useChangeWords(form);
  return (
    <dl className="grid gap-1 rounded-control bg-bg px-2.5 py-2 text-13">
      {changes.map((change) => {
        const { label, before, after } = wordsOf(change);
        return (
          <div key={label} className="grid gap-x-2 tablet:grid-cols-[96px_1fr]">
            <dt className="text-ink-2">{label}</dt>
            <dd className="whitespace-pre-wrap">
              <span className="sr-only">{t("before")} </span>
              <del className="text-ink-2">{before}</del>
              <ArrowRight aria-hidden className="mx-1 inline size-3.5 text-ink-3" />
              <span className="sr-only">{t("after")} </span>
              <ins className="font-medium no-underline">{after}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
