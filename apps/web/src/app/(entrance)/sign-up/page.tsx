import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EntranceCard, entranceLinkClass } from "@/features/identity/entrance-card";
import { SignUpForm } from "@/features/identity/sign-up-form";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("signUp.title") };
}

export default async function SignUpPage() {
  const t = await getTranslations("identity");
  const { api, HydrateClient } = serverApi();
  void api.departments.choices.prefetch();
  return (
    <HydrateClient>
      <EntranceCard
        title={t("signUp.title")}
        subtitle={t("signUp.subtitle")}
        footer={
          <>
            {t("signUp.haveAccount")}{" "}
            <Link href="/sign-in" className={entranceLinkClass}>
              {t("signUp.signIn")}
            </Link>
          </>
        }
      >
        <SignUpForm />
      </EntranceCard>
    </HydrateClient>
  );
}
