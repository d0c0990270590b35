import { Info } from "lucide-react";
import type { ReactNode } from "react";

/** What the writer should know about where the draft comes from. */
export function DraftNote({ children }: { children: ReactNode }) {
  return (
    <p className="mb-4 flex gap-2 rounded-control bg-info-soft px-3 py-2.5 text-info">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 text-ink">{children}</span>
    </p>
  );
}
