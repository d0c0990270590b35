"use client";

import { confirmSignUpInput } from "@erp/contracts/identity";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { CodeField } from "./code-field";
import { forgetSignUpProof, signUpProofOf } from "./sign-up-proof";

export function ConfirmForm({ email }: { email: string }) {
  const t = useTranslations("identity");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const confirm = trpc.identity.confirmSignUp.useMutation();
  const resend = trpc.identity.resendCode.useMutation({
    onSuccess: () => toast.done(t("confirm.resent")),
    onError: (error) => toast.failed(sentenceOf(error, locale)),
  });
  const form = useSchemaForm(confirmSignUpInput, { email, code: "", proof: "" });
  const submit = useSubmit(form, async (values) => {
    await confirm.mutateAsync({ ...values, proof: signUpProofOf(values.email) });
    forgetSignUpProof();
    router.push(`/sign-in?done=confirm&email=${encodeURIComponent(values.email)}`);
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <div className="grid gap-2">
          <Button type="submit" look="primary" size="large" busy={form.formState.isSubmitting}>
            {t("confirm.submit")}
          </Button>
          <Button
            look="quiet"
            busy={resend.isPending}
            onClick={() => resend.mutate({ email: form.getValues("email") })}
          >
            {t("confirm.resend")}
          </Button>
        </div>
      }
    >
      {email === "" && (
        <TextField control={form.control} name="email" type="email" label={t("fields.email")} autoComplete="username" />
      )}
      <CodeField control={form.control} name="code" />
    </Form>
  );
}
