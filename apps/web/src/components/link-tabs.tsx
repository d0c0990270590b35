"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/lib/class-names";
import { nearestAbove } from "@/lib/nearest-above";

type TabPage = { href: string; label: string };

/** Pages beside each other that look like tabs; each has an address of its own, and those below it belong to its tab. */
export function LinkTabs({ label, pages }: { label: string; pages: readonly TabPage[] }) {
  const pathname = usePathname();
  const current = nearestAbove(pages, pathname);
  return (
    <nav aria-label={label} className="mb-5 flex gap-4 overflow-x-auto border-b border-line">
      {pages.map((page) => (
        <Link
          key={page.href}
          ref={page === current ? showInRow : null}
          href={page.href}
          aria-current={page === current ? (pathname === page.href ? "page" : "true") : undefined}
          className={classNames(
            "-mb-px flex min-h-10 items-center border-b-2 px-1 font-semibold whitespace-nowrap",
            page === current ? "border-accent text-accent" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {page.label}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the row is longer than the screen: the page one is on must be in sight. */
function showInRow(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: "nearest", inline: "center" });
}
