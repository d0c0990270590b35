"use client";

import { positionNames } from "@erp/contracts/roles";
import { ChevronsUpDown, LogOut, Monitor, Moon, Settings, Sun, UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from "@/components/menu";
import { useSignOut } from "@/features/identity/use-sign-out";
import { useDepartmentName } from "@/features/people/department-name";
import { languageNames, useChooseLanguage } from "@/features/settings/languages";
import { useTheme } from "@/lib/theme";
import { useMe } from "./me";

/** Who is signed in, at the foot of the navigation, and what belongs to them. */
export function UserMenu() {
  const t = useTranslations("shell.me");
  const me = useMe();
  const locale = useLocale();
  const departmentName = useDepartmentName();
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${t("label")}: ${me.name}`}
          className="flex w-full items-center gap-2.5 rounded-control p-1.5 text-left transition-colors duration-120 hover:bg-hover max-desktop:justify-center"
        >
          <Avatar id={me.id} name={me.name} />
          <span className="min-w-0 flex-1 max-desktop:hidden">
            <span className="block truncate">
              <b className="font-semibold">{me.name}</b> {positionNames[me.position][locale]}
            </span>
            <span className="block truncate text-12 text-ink-3">{departmentName(me)}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3 max-desktop:hidden" />
        </button>
      }
    >
      <UserMenuItems />
    </Menu>
  );
}

export function UserMenuItems() {
  const t = useTranslations("shell.me");
  const me = useMe();
  const [theme, setTheme] = useTheme();
  const signOut = useSignOut();
  const chooseLanguage = useChooseLanguage();
  const themeOptions = [
    { value: "system", label: t("themeSystem"), icon: <Monitor aria-hidden /> },
    { value: "light", label: t("themeLight"), icon: <Sun aria-hidden /> },
    { value: "dark", label: t("themeDark"), icon: <Moon aria-hidden /> },
  ] as const;
  return (
    <>
      <MenuLink href={`/people/${me.id}`} icon={<UserRound aria-hidden />}>
        {t("profile")}
      </MenuLink>
      <MenuLink href="/settings" icon={<Settings aria-hidden />}>
        {t("settings")}
      </MenuLink>
      <MenuSeparator />
      <MenuChoice label={t("theme")} value={theme} options={themeOptions} onChange={setTheme} />
      <MenuChoice label={t("language")} value={useLocale()} options={languageNames} onChange={chooseLanguage} />
      <MenuSeparator />
      <MenuItem onSelect={signOut} icon={<LogOut aria-hidden />}>
        {t("signOut")}
      </MenuItem>
    </>
  );
}
