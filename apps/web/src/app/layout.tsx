// In pieces, of which a page loads those whose letters it shows: 0.3 MB on a first visit instead of 2.
import "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { parseTheme, THEME_COOKIE } from "@/lib/preferences";
import { serverBridge } from "@/lib/server-bridge";
import { Providers } from "./providers";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f7f8" },
    { media: "(prefers-color-scheme: dark)", color: "#111114" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("portal"), template: `%s · ${t("portal")}` } };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={locale} {...(theme !== "system" && { "data-theme": theme })}>
      <body className="text-14">
        <Providers nonce={nonce} locale={locale} theme={theme} clockAheadMs={serverBridge().clockAheadMs()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
