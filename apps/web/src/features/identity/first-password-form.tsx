"use client";

import { answerNewPasswordInput } from "@erp/contracts/identity";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { trpc } from "@/lib/trpc";
import { PasswordField } from "./password-field";
import { CHALLENGE_KEY, useEnter } from "./use-enter";

const newPasswordOnly = answerNewPasswordInput.pick({ newPassword: true });

/** An invited person's own password, in answer to the challenge of the sign-in before. */
export function FirstPasswordForm({ next }: { next: string | null }) {
  const t = useTranslations("identity");
  const enter = useEnter(next);
  const answer = trpc.identity.answerNewPassword.useMutation();
  const form = useSchemaForm(newPasswordOnly, { newPassword: "" });
  const submit = useSubmit(form, async ({ newPassword }) => {
    const challenge = sessionStorage.getItem(CHALLENGE_KEY) ?? "none";
    const result = await answer.mutateAsync({ challenge, newPassword });
    sessionStorage.removeItem(CHALLENGE_KEY);
    await enter(result);
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <Button type="submit" look="primary" size="large" busy={form.formState.isSubmitting}>
          {t("firstPassword.submit")}
        </Button>
      }
    >
      <PasswordField
        control={form.control}
        name="newPassword"
        label={t("fields.newPassword")}
        hint={t("fields.passwordHint")}
        autoComplete="new-password"
      />
    </Form>
  );
}
