import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "@/features/identity/confirm-form";
import { EntranceCard, entranceLinkClass } from "@/features/identity/entrance-card";
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
      footer={
        <>
          {t("confirm.startedElsewhere")}{" "}
          <Link href="/sign-up" className={entranceLinkClass}>
            {t("confirm.signUpAgain")}
          </Link>
        </>
      }
    >
      <ConfirmForm email={email} />
    </EntranceCard>
  );
}
