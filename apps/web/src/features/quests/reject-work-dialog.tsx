"use client";

import type { PersonView } from "@erp/contracts/employees";
import type { QuestId } from "@erp/contracts/ids";
import { rejectWorkInput } from "@erp/contracts/quests";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextArea } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { trpc } from "@/lib/trpc";

type Props = { questId: QuestId; person: PersonView; onClose(): void };

/** Work goes back with a reason: the person reads it and reports again. */
export function RejectWorkDialog({ questId, person, onClose }: Props) {
  const t = useTranslations("quests.rejectDialog");
  const { polite } = usePersonWords();
  const toast = useToast();
  const cache = trpc.useUtils();
  const reject = trpc.quests.reject.useMutation();
  const name = polite([person]);
  const form = useSchemaForm(rejectWorkInput, { questId, employeeId: person.id, reason: "" });
  const submit = useSubmit(form, async (values) => {
    await reject.mutateAsync(values);
    await cache.quests.invalidate();
    toast.done(t("done", { name }));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="danger" busy={form.formState.isSubmitting}>
            {t("submit")}
          </SubmitActions>
        }
      >
        <TextArea
          control={form.control}
          name="reason"
          label={t("reason")}
          hint={t("hint", { name })}
          className="min-h-24"
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
