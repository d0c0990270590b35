"use client";

import { renameSavedLineInput, type SavedLineView } from "@erp/contracts/saved-lines";
import { Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/button";
import { SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { usePersonWords } from "../format/use-person-words";

/** One saved line: its name, its people in order, and what can be done with it. */
export function SavedLineRow({ saved }: { saved: SavedLineView }) {
  const t = useTranslations("approvals.write.savedLines");
  const locale = useLocale();
  const cache = trpc.useUtils();
  const { polite } = usePersonWords();
  const [isRenaming, setIsRenaming] = useState(false);
  const remove = trpc.savedLines.remove.useMutation({
    onSuccess: (lines) => cache.savedLines.list.setData(undefined, lines),
  });
  if (isRenaming) return <RenameForm saved={saved} onClose={() => setIsRenaming(false)} />;
  return (
    <li className="flex items-center gap-1 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate text-14 font-medium">{saved.name}</p>
        <p className="text-13 text-ink-3">{saved.line.map(({ approvers }) => polite(approvers)).join(" → ")}</p>
        {saved.leavers.length > 0 && (
          <p className="text-12 text-ink-3">{t("leavers", { names: polite(saved.leavers) })}</p>
        )}
        <p role="alert" className="text-12 text-no empty:hidden">
          {remove.error && sentenceOf(remove.error, locale)}
        </p>
      </div>
      <IconButton
        label={t("rename", { name: saved.name })}
        icon={<Pencil aria-hidden />}
        onClick={() => setIsRenaming(true)}
      />
      <IconButton
        label={t("remove", { name: saved.name })}
        icon={<Trash2 aria-hidden />}
        disabled={remove.isPending}
        onClick={() => remove.mutate({ savedLineId: saved.id })}
      />
    </li>
  );
}

const nameInput = renameSavedLineInput.pick({ name: true });

function RenameForm({ saved, onClose }: { saved: SavedLineView; onClose(): void }) {
  const t = useTranslations("approvals.write.savedLines");
  const cache = trpc.useUtils();
  const rename = trpc.savedLines.rename.useMutation();
  const form = useSchemaForm(nameInput, { name: saved.name });
  const submit = useSubmit(form, async ({ name }) => {
    cache.savedLines.list.setData(undefined, await rename.mutateAsync({ savedLineId: saved.id, name }));
    onClose();
  });
  return (
    <li className="py-2.5">
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("save")}
          </SubmitActions>
        }
      >
        <TextField control={form.control} name="name" label={t("name")} maxLength={40} autoFocus />
      </Form>
    </li>
  );
}
