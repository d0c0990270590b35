"use client";

import { signUpInput } from "@erp/contracts/identity";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { SelectField } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useDepartmentName } from "@/features/people/department-name";
import { trpc } from "@/lib/trpc";
import { PasswordField } from "./password-field";
import { keepSignUpProof } from "./sign-up-proof";

/** No role and no rank to choose: everybody begins as STAFF. */
export function SignUpForm() {
  const t = useTranslations("identity");
  const router = useRouter();
  const departmentName = useDepartmentName();
  const departments = trpc.departments.choices.useQuery();
  const signUp = trpc.identity.signUp.useMutation();
  const form = useSchemaForm(signUpInput, { email: "", name: "", departmentCode: "", password: "" });
  const submit = useSubmit(form, async (values) => {
    const { proof } = await signUp.mutateAsync(values);
    keepSignUpProof(values.email, proof);
    router.push(`/confirm?email=${encodeURIComponent(values.email)}`);
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <Button type="submit" look="primary" size="large" busy={form.formState.isSubmitting}>
          {t("signUp.submit")}
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
      />
      <TextField control={form.control} name="name" label={t("fields.name")} autoComplete="name" />
      <SelectField
        control={form.control}
        name="departmentCode"
        label={t("fields.department")}
        placeholder={t("fields.departmentPlaceholder")}
        options={(departments.data ?? []).map((department) => ({
          value: department.code,
          label: departmentName(department),
        }))}
      />
      <PasswordField
        control={form.control}
        name="password"
        label={t("fields.password")}
        hint={t("fields.passwordHint")}
        autoComplete="new-password"
      />
    </Form>
  );
}
