"use client";

import { ChevronDown, FileDown, FileUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Menu, MenuItem } from "@/components/menu";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { saveCsvFile } from "./csv-file";
import { ImportDialog } from "./import-dialog";
import type { PeopleFilters } from "./people-filters";

/** People in and out as files. What is saved is what the filters show. */
export function RosterMenu({ filters }: { filters: PeopleFilters }) {
  const t = useTranslations("people.roster");
  const locale = useLocale();
  const toast = useToast();
  const [isImporting, setIsImporting] = useState(false);
  const exporting = trpc.employees.exportCsv.useMutation({
    onSuccess: ({ csv, people }) => {
      saveCsvFile(t("fileName"), csv);
      toast.done(t("exported", { count: people }));
    },
    onError: (error) => toast.failed(sentenceOf(error, locale)),
  });
  return (
    <>
      <Menu
        trigger={
          <Button busy={exporting.isPending}>
            {t("more")}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem icon={<FileUp aria-hidden />} onSelect={() => setIsImporting(true)}>
          {t("importCsv")}
        </MenuItem>
        <MenuItem icon={<FileDown aria-hidden />} onSelect={() => exporting.mutate(filters)}>
          {t("exportCsv")}
        </MenuItem>
      </Menu>
      <ImportDialog open={isImporting} onOpenChange={setIsImporting} />
    </>
  );
}
