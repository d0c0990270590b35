import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/card";

type DashboardCardProps = {
  title: ReactNode;
  href: string;
  linkLabel: string;
  children: ReactNode;
  className?: string;
};

/** A card of the dashboard; each leads to the page it is an excerpt of. */
export function DashboardCard({ title, href, linkLabel, children, className }: DashboardCardProps) {
  return (
    <Card
      title={title}
      {...(className && { className })}
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
