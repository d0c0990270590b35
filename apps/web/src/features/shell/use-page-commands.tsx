"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type CommandGroup, useMatching } from "@/components/command-palette";
import { useMe } from "./me";
import { navigationFor } from "./navigation";

export function usePageCommands(text: string): CommandGroup {
  const t = useTranslations("shell");
  const router = useRouter();
  const commands = navigationFor(useMe().role).map(({ name, href, Icon }) => ({
    id: `page:${name}`,
    label: t(`nav.${name}`),
    icon: <Icon aria-hidden />,
    run: () => router.push(href),
  }));
  return { label: t("palette.pages"), commands: useMatching(commands, text) };
}
