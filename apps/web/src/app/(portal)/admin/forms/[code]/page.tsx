import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FormEditor } from "@/features/forms/form-editor";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.editor"))("title") };
}

/** `/admin/forms/PUR`. Read for every visit: a change is made from the version that is shown. */
export default async function FormPage({ params }: PageProps<"/admin/forms/[code]">) {
  const { code } = await params;
  const form = (await serverApi().api.forms.list()).find((each) => each.code === code);
  if (!form) notFound();
  return <FormEditor key={form.version} stored={form} />;
}
