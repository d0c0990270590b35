import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageEnv } from "@/env";
import { DemoTiles } from "@/features/identity/demo-tiles";
import { EntranceCard, entranceLinkClass } from "@/features/identity/entrance-card";
import { Notice } from "@/features/identity/notice";
import { SignInForm } from "@/features/identity/sign-in-form";
import { firstOf } from "@/lib/search-params";
import { safeNext } from "@/lib/sign-in-address";
import { isSignedIn, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity"))("signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, email, done } = await searchParams;
  if (await isSignedIn()) redirect(safeNext(firstOf(next)));
  const t = await getTranslations("identity");
  const isDemo = pageEnv().DEMO_COMPANY === "1";
  const { api, HydrateClient } = serverApi();
  if (isDemo) void api.identity.demoAccounts.prefetch();
  return (
    <HydrateClient>
      <Notice done={firstOf(done)} />
      <EntranceCard
        title={t("signIn.title")}
        subtitle={t("signIn.subtitle")}
        footer={
          <>
            {t("signIn.newHere")}{" "}
            <Link href="/sign-up" className={entranceLinkClass}>
              {t("signIn.signUp")}
            </Link>
            <span className="mx-2 text-line-strong">|</span>
            <Link href="/forgot-password" className={entranceLinkClass}>
              {t("signIn.forgot")}
            </Link>
          </>
        }
      >
        <SignInForm next={firstOf(next)} email={firstOf(email) ?? ""} />
      </EntranceCard>
      {isDemo && <DemoTiles next={firstOf(next)} />}
    </HydrateClient>
  );
}
