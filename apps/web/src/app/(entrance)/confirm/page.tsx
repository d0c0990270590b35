import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "@/features/identity/confirm-form";
import { EntranceCard } from "@/features/identity/entrance-card";
import { firstOf } from "@/lib/search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("confirm.title") };
}

export default async function ConfirmPage({ searchParams }: PageProps<"/confirm">) {
  const t = await getTranslations("identity");
  const email = firstOf((await searchParams).email) ?? "";
  return (
    <EntranceCard
      title={t("confirm.title")}
      subtitle={email === "" ? t("confirm.subtitleUnknown") : t("confirm.subtitle", { email })}
    >
      <ConfirmForm email={email} />
    </EntranceCard>
  );
}
