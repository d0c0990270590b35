"use client";

import { resetPasswordInput } from "@erp/contracts/identity";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { trpc } from "@/lib/trpc";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-field";

/** A new password with the mailed code. */
export function ResetPasswordForm({ email }: { email: string }) {
  const t = useTranslations("identity");
  const router = useRouter();
  const reset = trpc.identity.resetPassword.useMutation();
  const form = useSchemaForm(resetPasswordInput, { email, code: "", newPassword: "" });
  const submit = useSubmit(form, async (values) => {
    await reset.mutateAsync(values);
    router.push(`/sign-in?done=reset&email=${encodeURIComponent(email)}`);
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <Button type="submit" look="primary" size="large" busy={form.formState.isSubmitting}>
          {t("reset.submit")}
        </Button>
      }
    >
      <CodeField control={form.control} name="code" />
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
