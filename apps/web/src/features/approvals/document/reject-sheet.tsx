"use client";

import { type DocumentView, rejectInput } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { Sheet } from "@/components/sheet";
import { TextArea } from "@/components/text-field";
import { usePersonWords } from "../format/use-person-words";
import { Refusal } from "./refusal";

const reasonInput = rejectInput.pick({ reason: true });

type RejectSheetProps = {
  document: DocumentView;
  isOpen: boolean;
  busy: boolean;
  onClose(): void;
  refusal: string | null;
  /** Whether it was done. */
  onReject(reason: string): Promise<boolean>;
};

/** A rejection without a reason helps nobody: it is asked for before anything happens. */
export function RejectSheet({ document, isOpen, onClose, ...form }: RejectSheetProps) {
  const t = useTranslations("approvals.rejectSheet");
  return (
    <Sheet open={isOpen} onOpenChange={(open) => !open && onClose()} title={t("title")}>
      <ReasonForm document={document} onClose={onClose} {...form} />
    </Sheet>
  );
}

function ReasonForm({ document, busy, refusal, onClose, onReject }: Omit<RejectSheetProps, "isOpen">) {
  const t = useTranslations("approvals.rejectSheet");
  const actions = useTranslations("approvals.actions");
  const { polite } = usePersonWords();
  const [isRefused, setIsRefused] = useState(false);
  const form = useSchemaForm(reasonInput, { reason: "" });
  const submit = useSubmit(form, async ({ reason }) => {
    const isDone = await onReject(reason);
    setIsRefused(!isDone);
    if (isDone) onClose();
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" look="danger" busy={busy}>
            {busy ? actions("rejecting") : t("confirm")}
          </Button>
        </div>
      }
    >
      <p className="font-semibold">{document.title}</p>
      <TextArea
        control={form.control}
        name="reason"
        label={t("reason")}
        placeholder={t("placeholder")}
        hint={t("hint", { people: polite([document.requester]) })}
        className="min-h-28"
        autoFocus
      />
      <Refusal sentence={isRefused ? refusal : null} />
    </Form>
  );
}
