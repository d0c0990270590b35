"use client";

import type { MeView } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ShortcutHelp } from "@/components/shortcut-help";
import { UsedLanguage } from "@/features/notifications/used-language";
import type { SocketAddress } from "@/features/realtime/connect";
import { OfflineBanner } from "@/features/realtime/offline-banner";
import { RealtimeProvider } from "@/features/realtime/realtime-provider";
import { BottomBar } from "./bottom-bar";
import { MeProvider } from "./me";
import { PortalPalette } from "./portal-palette";
import { SideNavigation } from "./side-navigation";

/** The frame of every page behind the sign-in: navigation at the side or, on a phone, below. */
export function AppShell({ me, socket, children }: { me: MeView; socket: SocketAddress; children: ReactNode }) {
  const t = useTranslations("shell");
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  return (
    <MeProvider me={me}>
      <RealtimeProvider address={socket} employeeId={me.id}>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-2 font-semibold text-accent-ink focus:translate-y-0 print:hidden"
        >
          {t("skipToContent")}
        </a>
        <div className="tablet:grid tablet:grid-cols-[64px_minmax(0,1fr)] desktop:grid-cols-[220px_minmax(0,1fr)] print:block">
          <SideNavigation onSearch={() => setIsPaletteOpen(true)} />
          <main
            id="content"
            tabIndex={-1}
            className="flex min-h-dvh min-w-0 flex-col pb-[calc(64px+env(safe-area-inset-bottom))] outline-none tablet:pb-0 print:block print:min-h-0"
          >
            <OfflineBanner />
            {children}
          </main>
          <BottomBar onSearch={() => setIsPaletteOpen(true)} />
        </div>
        <PortalPalette isOpen={isPaletteOpen} onOpenChange={setIsPaletteOpen} />
        <ShortcutHelp />
        <UsedLanguage />
      </RealtimeProvider>
    </MeProvider>
  );
}
