import { CircleCheck, CircleDot, CircleMinus, CircleX, Info, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export type PillMeaning = "waiting" | "approved" | "rejected" | "info" | "neutral";

const meanings: Record<PillMeaning, { look: string; Icon: LucideIcon }> = {
  waiting: { look: "text-wait bg-wait-soft", Icon: CircleDot },
  approved: { look: "text-ok bg-ok-soft", Icon: CircleCheck },
  rejected: { look: "text-no bg-no-soft", Icon: CircleX },
  info: { look: "text-info bg-info-soft", Icon: Info },
  neutral: { look: "text-ink-2 bg-hover", Icon: CircleMinus },
};

type PillProps = { meaning: PillMeaning; children: ReactNode; icon?: LucideIcon; className?: string };

/** A state: always icon and word, so that colour is never the only sign. */
export function Pill({ meaning, children, icon, className }: PillProps) {
  const { look, Icon } = meanings[meaning];
  const Shown = icon ?? Icon;
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-full px-2 py-px text-12 font-semibold whitespace-nowrap",
        look,
        className,
      )}
    >
      <Shown aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}

/** A small count beside a navigation item; nothing at zero. `label` is the whole sentence for screen readers. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className="inline-flex min-w-5 justify-center rounded-full bg-no px-1.5 text-12 leading-[18px] font-semibold text-no-ink">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
