"use client";

import { type QuestView, reportWorkInput } from "@erp/contracts/quests";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextArea } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { uploadFile } from "@/features/files/upload-file";
import { trpc } from "@/lib/trpc";
import { EvidenceField, isTooLarge } from "./evidence-field";

/** What was done, in the person's words, and a file that shows it: whoever decides has nothing else to go by. */
export function ReportDialog({ quest, onClose }: { quest: QuestView; onClose(): void }) {
  const t = useTranslations("quests.reportDialog");
  const { polite } = usePersonWords();
  const toast = useToast();
  const cache = trpc.useUtils();
  const [file, setFile] = useState<File | null>(null);
  const attach = trpc.quests.attachEvidence.useMutation();
  const report = trpc.quests.report.useMutation();
  const form = useSchemaForm(reportWorkInput, { questId: quest.id, note: "" });
  const submit = useSubmit(form, async (values) => {
    if (isTooLarge(file)) return;
    if (file) await attach.mutateAsync({ questId: quest.id, fileId: (await uploadFile(file)).id });
    await report.mutateAsync(values);
    await cache.quests.invalidate();
    toast.done(t("done", { person: polite([quest.creator]) }));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={quest.title}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("submit")}
          </SubmitActions>
        }
      >
        <TextArea
          control={form.control}
          name="note"
          label={t("note")}
          placeholder={t("placeholder")}
          hint={t("hint", { person: polite([quest.creator]) })}
          className="min-h-28"
          autoFocus
        />
        <EvidenceField file={file} onChange={setFile} />
      </Form>
    </Dialog>
  );
}
