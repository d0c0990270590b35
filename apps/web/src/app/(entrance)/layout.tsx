import type { ReactNode } from "react";
import { LanguageSwitch } from "@/features/identity/language-switch";
import { Brand } from "@/features/shell/brand";

/** A quiet card in the middle, for people who are not signed in. */
export default function EntranceLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex justify-end p-4">
        <LanguageSwitch />
      </header>
      <main className="flex flex-1 flex-col items-center justify-center px-4 pb-20">
        <div className="mb-5">
          <Brand />
        </div>
        <div className="w-full max-w-[400px]">{children}</div>
      </main>
    </div>
  );
}
