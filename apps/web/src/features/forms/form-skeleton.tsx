import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/skeleton";

/** As big as the page of a form. */
export function FormSkeleton() {
  const t = useTranslations("forms");
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-12 w-72" />
      <div className="grid gap-4 desktop:grid-cols-[minmax(0,1fr)_420px]">
        <Skeleton className="h-96 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
      </div>
    </div>
  );
}
