"use client";

import { Ellipsis, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/menu";
import { WaitingBadge } from "@/features/approvals/waiting-badge";
import { UnreadBadge } from "@/features/notifications/unread-badge";
import { classNames } from "@/lib/class-names";
import { useMe } from "./me";
import { activeItem, type NavigationItem, navigationFor, type PageName } from "./navigation";
import { UserMenuItems } from "./user-menu";

const below: readonly PageName[] = ["dashboard", "approvals", "write", "notifications"];

const cellClass = "relative flex flex-1 flex-col items-center justify-center gap-0.5 text-12 [&>svg]:size-5";

/** A phone's navigation: four pages and everything else behind "more". */
export function BottomBar({ onSearch }: { onSearch(): void }) {
  const t = useTranslations("shell");
  const items = navigationFor(useMe().role);
  const active = activeItem(items, usePathname());
  const isElsewhere = active !== undefined && !below.includes(active.name);
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 flex h-[calc(64px+env(safe-area-inset-bottom))] border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] tablet:hidden print:hidden"
    >
      {items
        .filter(({ name }) => below.includes(name))
        .map((item) => (
          <BottomItem key={item.name} item={item} isActive={item === active} />
        ))}
      <Menu
        side="top"
        trigger={
          <button
            type="button"
            className={classNames(cellClass, isElsewhere ? "font-semibold text-accent" : "text-ink-2")}
          >
            <Ellipsis aria-hidden />
            {t("nav.more")}
          </button>
        }
      >
        <MenuItem onSelect={onSearch} icon={<Search aria-hidden />}>
          {t("search")}
        </MenuItem>
        {items
          .filter(({ name }) => !below.includes(name))
          .map(({ name, href, Icon }) => (
            <MenuLink key={name} href={href} icon={<Icon aria-hidden />}>
              {t(`nav.${name}`)}
            </MenuLink>
          ))}
        <MenuSeparator />
        <UserMenuItems />
      </Menu>
    </nav>
  );
}

function BottomItem({ item, isActive }: { item: NavigationItem; isActive: boolean }) {
  const t = useTranslations("shell.nav");
  const { name, href, Icon } = item;
  return (
    <Link
      href={href}
      aria-current={isActive ? "page" : undefined}
      className={classNames(cellClass, isActive ? "font-semibold text-accent" : "text-ink-2")}
    >
      <Icon aria-hidden strokeWidth={isActive ? 2.25 : 1.75} />
      {t(name)}
      <span className="absolute top-1 left-1/2 ml-1.5">
        {name === "approvals" && <WaitingBadge />}
        {name === "notifications" && <UnreadBadge />}
      </span>
    </Link>
  );
}
