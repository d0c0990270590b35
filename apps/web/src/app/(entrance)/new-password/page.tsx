import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EntranceCard, entranceLinkClass } from "@/features/identity/entrance-card";
import { FirstPasswordForm } from "@/features/identity/first-password-form";
import { ResetPasswordForm } from "@/features/identity/reset-password-form";
import { firstOf } from "@/lib/search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("reset.title") };
}

/** With an address: a forgotten password. Without: the first sign-in of an invited person. */
export default async function NewPasswordPage({ searchParams }: PageProps<"/new-password">) {
  const t = await getTranslations("identity");
  const { email, next } = await searchParams;
  const address = firstOf(email);
  const footer = (
    <Link href="/sign-in" className={entranceLinkClass}>
      {t("forgot.back")}
    </Link>
  );
  if (address === null) {
    return (
      <EntranceCard title={t("firstPassword.title")} subtitle={t("firstPassword.subtitle")} footer={footer}>
        <FirstPasswordForm next={firstOf(next)} />
      </EntranceCard>
    );
  }
  return (
    <EntranceCard title={t("reset.title")} subtitle={t("reset.subtitle", { email: address })} footer={footer}>
      <ResetPasswordForm email={address} />
    </EntranceCard>
  );
}
