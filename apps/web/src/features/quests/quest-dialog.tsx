"use client";

import { createQuestInput, type QuestView } from "@erp/contracts/quests";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { OptionalField } from "@/components/optional-field";
import { TextArea, TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { useToday } from "@/features/attendance/use-today";
import { trpc } from "@/lib/trpc";
import { RewardField } from "./reward-field";

const blank = { title: "", description: "", rewardHalfDays: 1, slots: null, deadline: null };

/** A new offer, or a change of one that nobody has accepted yet. */
export function QuestDialog({ quest, onClose }: { quest: QuestView | null; onClose(): void }) {
  const t = useTranslations("quests.form");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(quest ? "editTitle" : "createTitle")}
      description={t("description")}
    >
      <QuestForm quest={quest} onClose={onClose} />
    </Dialog>
  );
}

function QuestForm({ quest, onClose }: { quest: QuestView | null; onClose(): void }) {
  const t = useTranslations("quests.form");
  const components = useTranslations("components");
  const toast = useToast();
  const today = useToday();
  const save = useSaveQuest(quest);
  const form = useSchemaForm(createQuestInput, quest ? fieldsOf(quest) : blank);
  const submit = useSubmit(form, async (values) => {
    await save(values);
    toast.done(t(quest ? "edited" : "created", { title: values.title }));
    onClose();
  });
  const { control } = form;
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
          {t(quest ? "save" : "create")}
        </SubmitActions>
      }
    >
      <TextField control={control} name="title" label={t("title")} placeholder={t("titleExample")} autoFocus />
      <TextArea
        control={control}
        name="description"
        label={t("details")}
        optionalLabel={components("optional")}
        placeholder={t("detailsExample")}
      />
      <RewardField control={control} name="rewardHalfDays" />
      <div className="grid grid-cols-2 gap-3">
        <OptionalField
          control={control}
          name="slots"
          type="number"
          min={1}
          max={1000}
          label={t("slots")}
          optionalLabel={components("optional")}
        />
        <OptionalField
          control={control}
          name="deadline"
          type="date"
          min={today}
          label={t("deadline")}
          optionalLabel={components("optional")}
        />
      </div>
    </Form>
  );
}

function useSaveQuest(quest: QuestView | null) {
  const cache = trpc.useUtils();
  const create = trpc.quests.create.useMutation();
  const edit = trpc.quests.edit.useMutation();
  return async (values: Parameters<typeof create.mutateAsync>[0]) => {
    if (quest) await edit.mutateAsync({ ...values, questId: quest.id, version: quest.version });
    else await create.mutateAsync(values);
    await cache.quests.invalidate();
  };
}

function fieldsOf({ title, description, rewardHalfDays, slots, deadline }: QuestView) {
  return { title, description, rewardHalfDays, slots, deadline };
}
