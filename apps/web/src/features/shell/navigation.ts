import { hasPermission } from "@erp/contracts/permissions";
import type { Role } from "@erp/contracts/roles";
import {
  Bell,
  Building2,
  CalendarCheck,
  FilePenLine,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  Palmtree,
  Trophy,
  Users,
} from "lucide-react";
import { nearestAbove } from "../../lib/nearest-above";

export type PageName =
  | "dashboard"
  | "approvals"
  | "write"
  | "leave"
  | "attendance"
  | "quests"
  | "people"
  | "notifications"
  | "administration";
export type NavigationItem = { name: PageName; href: string; Icon: LucideIcon };

const everybody: readonly NavigationItem[] = [
  { name: "dashboard", href: "/", Icon: LayoutDashboard },
  { name: "approvals", href: "/approvals", Icon: Inbox },
  { name: "write", href: "/approvals/new", Icon: FilePenLine },
  { name: "leave", href: "/leave", Icon: Palmtree },
  { name: "attendance", href: "/attendance", Icon: CalendarCheck },
  { name: "quests", href: "/quests", Icon: Trophy },
  { name: "people", href: "/people", Icon: Users },
  { name: "notifications", href: "/notifications", Icon: Bell },
];

const administration: NavigationItem = { name: "administration", href: "/admin/people", Icon: Building2 };

/** The pages a role can open. Only what is shown: the server checks each page and call again. */
export function navigationFor(role: Role): readonly NavigationItem[] {
  return hasPermission(role, "employees:view-roster") ? [...everybody, administration] : everybody;
}

/** Which item an address belongs to: the one with the longest path that begins it. */
export function activeItem(items: readonly NavigationItem[], pathname: string): NavigationItem | undefined {
  // A draft has an address of its own, but going on with it is still writing.
  const address = pathname.replace(/^\/approvals\/drafts\/.+/, "/approvals/new");
  return nearestAbove(items, address, sectionOf);
}

/** All of /admin belongs to one item. */
function sectionOf(href: string): string {
  return href.startsWith("/admin") ? "/admin" : href;
}
