"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { TIME_ZONE } from "@erp/contracts/dates";
import type { Locale } from "@erp/contracts/units";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { LiveRegion } from "@/components/live-region";
import { ShortcutProvider } from "@/components/shortcuts";
import { ToastProvider } from "@/components/toast";
import { TooltipProvider } from "@/components/tooltip";
import { messagesIn } from "@/lib/messages";
import type { Theme } from "@/lib/preferences";
import { PresentProvider } from "@/lib/present";
import { ThemeProvider } from "@/lib/theme";
import { TrpcProvider } from "@/lib/trpc-provider";

/**
 * What every page can use, signed in or not. The sentences come with the scripts, which browsers keep; handed down from the
 * layout, all of them would be written into every page.
 */
export function Providers({
  nonce,
  locale,
  theme,
  clockAheadMs,
  children,
}: {
  nonce: string | undefined;
  locale: Locale;
  theme: Theme;
  clockAheadMs: number;
  children: ReactNode;
}) {
  return (
    <NextIntlClientProvider locale={locale} messages={messagesIn(locale)} timeZone={TIME_ZONE}>
      <CSPProvider nonce={nonce}>
        <ThemeProvider chosen={theme}>
          <PresentProvider aheadMs={clockAheadMs}>
            <TrpcProvider>
              <TooltipProvider delay={400}>
                <ToastProvider>
                  <LiveRegion>
                    <ShortcutProvider>{children}</ShortcutProvider>
                  </LiveRegion>
                </ToastProvider>
              </TooltipProvider>
            </TrpcProvider>
          </PresentProvider>
        </ThemeProvider>
      </CSPProvider>
    </NextIntlClientProvider>
  );
}
