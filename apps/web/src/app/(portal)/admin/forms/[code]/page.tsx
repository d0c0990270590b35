import { formTemplates } from "@erp/contracts/approval-forms";
import { builtInRuledForms } from "@erp/contracts/line-rules";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BuiltInForm } from "@/features/forms/built-in-form";
import { FormEditor } from "@/features/forms/form-editor";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.editor"))("title") };
}

/** `/admin/forms/PUR`, `/admin/forms/EXPENSE`. Read for every visit: a change is made from the version that is shown. */
export default async function FormPage({ params }: PageProps<"/admin/forms/[code]">) {
  const { code } = await params;
  const { api } = serverApi();
  const [forms, rules] = await Promise.all([api.forms.list(), api.lineRules.list()]);
  const rule = rules.find(({ formCode }) => formCode === code);
  if (!rule) notFound();
  const form = forms.find((each) => each.code === code);
  if (form) return <FormEditor key={form.version} stored={{ form, rule }} />;
  const builtIn = builtInRuledForms.safeParse(code).data;
  if (!builtIn) notFound();
  return <BuiltInForm form={formTemplates[builtIn]} rule={rule} />;
}
