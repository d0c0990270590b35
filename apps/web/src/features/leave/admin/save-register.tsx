"use client";

import { FileDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { saveCsvFile } from "@/features/people/csv-file";
import type { PeopleFilters } from "@/features/people/people-filters";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";

/** The register of everybody whom the filters show, as a file for payroll. */
export function SaveRegister({ year, filters }: { year: number; filters: PeopleFilters }) {
  const t = useTranslations("leave.register");
  const locale = useLocale();
  const toast = useToast();
  const exporting = trpc.leave.exportRegister.useMutation({
    onSuccess: ({ csv, people }) => {
      saveCsvFile(t("fileName", { year: String(year) }), csv);
      toast.done(t("exported", { count: people }));
    },
    onError: (error) => toast.failed(sentenceOf(error, locale)),
  });
  return (
    <Button busy={exporting.isPending} onClick={() => exporting.mutate({ ...filters, year })}>
      <FileDown aria-hidden />
      {t("export")}
    </Button>
  );
}
