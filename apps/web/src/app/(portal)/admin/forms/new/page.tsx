import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormEditor } from "@/features/forms/form-editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.editor"))("createTitle") };
}

export default function NewFormPage() {
  return <FormEditor stored={null} />;
}
