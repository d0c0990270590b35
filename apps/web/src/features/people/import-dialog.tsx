"use client";

import { type ImportReport, importColumns } from "@erp/contracts/employee-import";
import { FileDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog, DialogActions } from "@/components/dialog";
import { controlClass, Field } from "@/components/field";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { MAX_CSV_CHARACTERS, readCsvFile, saveCsvFile } from "./csv-file";
import { ImportProblems } from "./import-problems";

type Props = { open: boolean; onOpenChange(open: boolean): void };

export function ImportDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("people.import");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("description")} width="wide">
      <ImportForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** Chooses a file, shows what a dry run says of it, and enters the people once nothing is wrong. */
function ImportForm({ onDone }: { onDone(): void }) {
  const t = useTranslations("people.import");
  const components = useTranslations("components");
  const locale = useLocale();
  const toast = useToast();
  const utils = trpc.useUtils();
  const [csv, setCsv] = useState("");
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const check = trpc.employees.importCsv.useMutation();
  const enter = trpc.employees.importCsv.useMutation({
    onSuccess: async ({ imported }) => {
      await utils.employees.invalidate();
      // Somebody may have been entered meanwhile: then the file is shown with what is wrong now.
      if (imported === 0) return check.mutate({ csv, dryRun: true });
      toast.done(t("done", { count: imported }));
      onDone();
    },
    onError: (error) => toast.failed(sentenceOf(error, locale)),
  });

  async function choose(file: File | undefined): Promise<void> {
    check.reset();
    setUnreadable(null);
    if (!file) return;
    const text = await readCsvFile(file).catch(() => null);
    if (text === null) return setUnreadable(t("unreadable"));
    if (text.length > MAX_CSV_CHARACTERS) return setUnreadable(t("tooLarge"));
    setCsv(text);
    check.mutate({ csv: text, dryRun: true });
  }

  const error = unreadable ?? (check.error ? sentenceOf(check.error, locale) : undefined);
  const people = check.data ? cleanCount(check.data) : 0;
  return (
    <div className="grid gap-4">
      <Field label={t("file")} hint={t("fileHint")} error={error}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".csv,text/csv"
            className={`${controlClass} py-2`}
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        )}
      </Field>
      <div role="status">{check.isPending ? t("checking") : check.data && <ImportProblems report={check.data} />}</div>
      <DialogActions>
        <Button
          look="quiet"
          className="mr-auto"
          onClick={() =>
            saveCsvFile(
              t("templateName"),
              `\uFEFF${Object.values(importColumns)
                .map((each) => each[locale])
                .join(",")}\r\n`,
            )
          }
        >
          <FileDown aria-hidden />
          {t("template")}
        </Button>
        <Button onClick={onDone}>{components("cancel")}</Button>
        <Button
          look="primary"
          disabled={people === 0}
          busy={enter.isPending}
          onClick={() => enter.mutate({ csv, dryRun: false })}
        >
          {t("submit", { count: people })}
        </Button>
      </DialogActions>
    </div>
  );
}

/** How many would be entered: everybody, or nobody while a row is wrong. */
function cleanCount({ rows }: ImportReport): number {
  return rows.every(({ problems }) => problems.length === 0) ? rows.length : 0;
}
