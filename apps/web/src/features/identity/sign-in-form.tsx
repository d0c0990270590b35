"use client";

import { signInInput } from "@erp/contracts/identity";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { refusalOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { PasswordField } from "./password-field";
import { useEnter } from "./use-enter";

export function SignInForm({ next, email }: { next: string | null; email: string }) {
  const t = useTranslations("identity");
  const router = useRouter();
  const enter = useEnter(next);
  const signIn = trpc.identity.signIn.useMutation();
  const form = useSchemaForm(signInInput, { email, password: "" });
  const submit = useSubmit(form, async (values) => {
    try {
      await enter(await signIn.mutateAsync(values));
    } catch (error) {
      if (refusalOf(error).code !== "identity.not-confirmed") throw error;
      router.push(`/confirm?email=${encodeURIComponent(values.email)}`);
    }
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <Button type="submit" look="primary" size="large" busy={form.formState.isSubmitting}>
          {t("signIn.submit")}
        </Button>
      }
    >
      <TextField
        control={form.control}
        name="email"
        type="email"
        label={t("fields.email")}
        autoComplete="username"
        placeholder="name@hanbit.example"
        autoFocus={email === ""}
      />
      <PasswordField
        control={form.control}
        name="password"
        label={t("fields.password")}
        autoComplete="current-password"
      />
    </Form>
  );
}
