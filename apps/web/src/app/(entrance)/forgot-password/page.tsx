import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EntranceCard, entranceLinkClass } from "@/features/identity/entrance-card";
import { ForgotPasswordForm } from "@/features/identity/forgot-password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("forgot.title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("identity");
  return (
    <EntranceCard
      title={t("forgot.title")}
      subtitle={t("forgot.subtitle")}
      footer={
        <Link href="/sign-in" className={entranceLinkClass}>
          {t("forgot.back")}
        </Link>
      }
    >
      <ForgotPasswordForm />
    </EntranceCard>
  );
}
