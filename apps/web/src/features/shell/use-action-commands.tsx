"use client";

import { Languages, LogOut, Moon, Settings, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type CommandGroup, useMatching } from "@/components/command-palette";
import { useSignOut } from "@/features/identity/use-sign-out";
import { useChooseLanguage } from "@/features/settings/languages";
import { useTheme } from "@/lib/theme";

export function useActionCommands(text: string): CommandGroup {
  const t = useTranslations("shell");
  const router = useRouter();
  const locale = useLocale();
  const [, setTheme] = useTheme();
  const signOut = useSignOut();
  const chooseLanguage = useChooseLanguage();
  const commands = [
    {
      id: "settings",
      label: t("me.settings"),
      icon: <Settings aria-hidden />,
      run: () => router.push("/settings"),
    },
    {
      id: "theme:light",
      label: `${t("me.theme")}: ${t("me.themeLight")}`,
      icon: <Sun aria-hidden />,
      run: () => setTheme("light"),
    },
    {
      id: "theme:dark",
      label: `${t("me.theme")}: ${t("me.themeDark")}`,
      icon: <Moon aria-hidden />,
      run: () => setTheme("dark"),
    },
    {
      id: "language",
      label: locale === "ko" ? "English" : "한국어",
      detail: t("me.language"),
      icon: <Languages aria-hidden />,
      run: () => chooseLanguage(locale === "ko" ? "en" : "ko"),
    },
    { id: "sign-out", label: t("me.signOut"), icon: <LogOut aria-hidden />, run: signOut },
  ];
  return { label: t("palette.actions"), commands: useMatching(commands, text) };
}
