"use client";

import { formTemplates } from "@erp/contracts/approval-forms";
import { FilePlus2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { BuiltInFormRow, OwnFormRow } from "./form-rows";

/** HR's page of all forms: its own, and those that come with the portal. */
export function FormsPage() {
  const t = useTranslations("forms");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<CreateLink />} />
      <div className="grid gap-4">
        <Card title={t("own")}>
          <OwnForms />
        </Card>
        <Card title={t("builtIn")}>
          <ul className="divide-y divide-line">
            {Object.values(formTemplates).map((form) => (
              <BuiltInFormRow key={form.code} form={form} />
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}

function OwnForms() {
  const t = useTranslations("forms");
  const forms = trpc.forms.list.useQuery();
  if (forms.isPending) return <SkeletonRows rows={3} label={t("loading")} />;
  if (forms.isLoadingError)
    return <ErrorState error={forms.error} onRetry={() => forms.refetch()} isRetrying={forms.isRefetching} />;
  if (forms.data.length === 0) return <EmptyState icon={FilePlus2} sentence={t("empty")} />;
  return (
    <ul className="divide-y divide-line">
      {forms.data.map((form) => (
        <OwnFormRow key={form.code} form={form} />
      ))}
    </ul>
  );
}

function CreateLink() {
  const t = useTranslations("forms");
  return (
    <ButtonLink look="primary" href="/admin/forms/new">
      <FilePlus2 aria-hidden />
      {t("create")}
    </ButtonLink>
  );
}
