"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";
import { LiveRegion } from "@/components/live-region";
import { ShortcutProvider } from "@/components/shortcuts";
import { ToastProvider } from "@/components/toast";
import { TooltipProvider } from "@/components/tooltip";
import type { Theme } from "@/lib/preferences";
import { PresentProvider } from "@/lib/present";
import { ThemeProvider } from "@/lib/theme";
import { TrpcProvider } from "@/lib/trpc-provider";

/** What every page can use, signed in or not. */
export function Providers({
  nonce,
  theme,
  clockAheadMs,
  children,
}: {
  nonce: string | undefined;
  theme: Theme;
  clockAheadMs: number;
  children: ReactNode;
}) {
  return (
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
  );
}
