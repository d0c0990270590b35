"use client";

import { requestPasswordResetInput } from "@erp/contracts/identity";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { trpc } from "@/lib/trpc";

export function ForgotPasswordForm() {
  const t = useTranslations("identity");
  const router = useRouter();
  const request = trpc.identity.requestPasswordReset.useMutation();
  const form = useSchemaForm(requestPasswordResetInput, { email: "" });
  const submit = useSubmit(form, async (values) => {
    await request.mutateAsync(values);
    router.push(`/new-password?email=${encodeURIComponent(values.email)}`);
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <Button type="submit" look="primary" size="large" busy={form.formState.isSubmitting}>
          {t("forgot.submit")}
        </Button>
      }
    >
      <TextField
        control={form.control}
        name="email"
        type="email"
        label={t("fields.email")}
        autoComplete="username"
        autoFocus
      />
    </Form>
  );
}
