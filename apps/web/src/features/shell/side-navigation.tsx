"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/kbd";
import { Tooltip } from "@/components/tooltip";
import { WaitingBadge } from "@/features/approvals/waiting-badge";
import { Bell } from "@/features/notifications/bell";
import { UnreadBadge } from "@/features/notifications/unread-badge";
import { classNames } from "@/lib/class-names";
import { BrandMark } from "./brand";
import { useMe } from "./me";
import { activeItem, type NavigationItem, navigationFor } from "./navigation";
import { UserMenu } from "./user-menu";

/** Words beside the icons on a wide window, icons with tooltips on a narrow one, nothing on a phone. */
export function SideNavigation({ onSearch }: { onSearch(): void }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const items = navigationFor(useMe().role);
  const active = activeItem(items, pathname);
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-1 border-r border-line px-3 py-4 tablet:flex print:hidden">
      <div className="mb-2 flex items-center justify-center gap-2 max-desktop:flex-col desktop:justify-between desktop:pl-2">
        <Link href="/" className="flex items-center gap-2.5 rounded-control text-16 font-bold">
          <BrandMark />
          <span className="max-desktop:sr-only">{t("company")}</span>
        </Link>
        <span className="max-desktop:hidden">
          <Bell side="right" />
        </span>
      </div>
      <button
        type="button"
        onClick={onSearch}
        aria-label={t("search")}
        className="mb-2 flex min-h-9 items-center gap-2.5 rounded-control border border-line bg-surface px-2 text-ink-3 transition-colors duration-120 hover:border-line-strong hover:text-ink-2 max-desktop:justify-center"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left text-13 max-desktop:hidden">{t("search")}</span>
        <Kbd className="border-line-strong! font-sans max-desktop:hidden">⌘K</Kbd>
      </button>
      <nav aria-label={t("navigation")} className="flex flex-col gap-0.5">
        {items.map((item) => (
          <SideItem key={item.name} item={item} isActive={item === active} />
        ))}
      </nav>
      <div className="mt-auto">
        <UserMenu />
      </div>
    </header>
  );
}

function SideItem({ item, isActive }: { item: NavigationItem; isActive: boolean }) {
  const t = useTranslations("shell.nav");
  const { name, href, Icon } = item;
  return (
    <Tooltip content={t(name)} side="right">
      <Link
        href={href}
        aria-current={isActive ? "page" : undefined}
        className={classNames(
          "relative flex min-h-9 items-center gap-2.5 rounded-control px-2 transition-colors duration-120 max-desktop:min-h-10 max-desktop:justify-center",
          isActive ? "bg-accent-soft font-semibold text-accent" : "text-ink-2 hover:bg-hover hover:text-ink",
        )}
      >
        <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={isActive ? 2.25 : 1.75} />
        <span className="max-desktop:sr-only">{t(name)}</span>
        <span className="ml-auto max-desktop:absolute max-desktop:-top-0.5 max-desktop:right-0 max-desktop:scale-90">
          {name === "approvals" && <WaitingBadge />}
          {name === "notifications" && (
            // With words there is room for the bell above, which has the same count.
            <span className="desktop:hidden">
              <UnreadBadge />
            </span>
          )}
        </span>
      </Link>
    </Tooltip>
  );
}
