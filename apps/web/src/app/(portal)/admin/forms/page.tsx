import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormsPage } from "@/features/forms/forms-page";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms"))("title") };
}

export default async function AdminFormsPage() {
  const { api, HydrateClient } = serverApi();
  void api.forms.list.prefetch();
  void api.lineRules.list.prefetch();
  return (
    <HydrateClient>
      <FormsPage />
    </HydrateClient>
  );
}
