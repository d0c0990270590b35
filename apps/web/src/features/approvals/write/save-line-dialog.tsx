"use client";

import { saveLineInput } from "@erp/contracts/saved-lines";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";
import { type DraftLine, toLineInput } from "./line-changes";

const nameInput = saveLineInput.pick({ name: true });

/** Keeps the line as it stands under a name. */
export function SaveLineDialog({ line, onClose }: { line: DraftLine; onClose(): void }) {
  const t = useTranslations("approvals.write.savedLines");
  const toast = useToast();
  const cache = trpc.useUtils();
  const save = trpc.savedLines.save.useMutation();
  const form = useSchemaForm(nameInput, { name: "" });
  const submit = useSubmit(form, async ({ name }) => {
    cache.savedLines.list.setData(undefined, await save.mutateAsync({ name, line: toLineInput(line) }));
    toast.done(t("saved", { name }));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("saveThis")} description={t("saveHint")}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("save")}
          </SubmitActions>
        }
      >
        <TextField
          control={form.control}
          name="name"
          label={t("name")}
          placeholder={t("nameExample")}
          maxLength={40}
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
