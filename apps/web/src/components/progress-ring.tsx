import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

const RADIUS = 34;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;

type ProgressRingProps = { value: number; max: number; label: string; children: ReactNode; className?: string };

/** How far of a whole, as a circle that closes; `children` stand in the middle, `label` says it to screen readers. */
export function ProgressRing({ value, max, label, children, className }: ProgressRingProps) {
  const share = Math.min(1, Math.max(0, value / max));
  return (
    <div
      role="img"
      aria-label={label}
      className={classNames("relative grid size-22 shrink-0 place-items-center", className)}
    >
      <svg viewBox="0 0 80 80" aria-hidden className="absolute inset-0 -rotate-90">
        <circle cx="40" cy="40" r={RADIUS} fill="none" strokeWidth="8" className="stroke-line" />
        {share > 0 && (
          <circle
            cx="40"
            cy="40"
            r={RADIUS}
            fill="none"
            strokeWidth="8"
            strokeLinecap="round"
            strokeDasharray={CIRCUMFERENCE}
            strokeDashoffset={CIRCUMFERENCE * (1 - share)}
            className="stroke-ok transition-[stroke-dashoffset] duration-180"
          />
        )}
      </svg>
      <span aria-hidden className="relative text-20 font-bold">
        {children}
      </span>
    </div>
  );
}
