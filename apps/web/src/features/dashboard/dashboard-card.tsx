import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/card";

type DashboardCardProps = {
  title: string;
  /** Stands beside the title when there is something to count. */
  count?: number;
  href: string;
  linkLabel: string;
  children: ReactNode;
};

/** A card of the dashboard; each leads to the page it is an excerpt of. */
export function DashboardCard({ title, count = 0, href, linkLabel, children }: DashboardCardProps) {
  return (
    <Card
      aria-label={title}
      title={
        <>
          {title} {count > 0 && <span className="text-accent">{count}</span>}
        </>
      }
      action={
        <Link href={href} className="inline-flex items-center gap-0.5 rounded-small text-12 text-ink-3 hover:text-ink">
          {linkLabel}
          <ArrowRight aria-hidden className="size-3.5" />
        </Link>
      }
    >
      {children}
    </Card>
  );
}
