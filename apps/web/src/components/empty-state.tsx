import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** A list without rows: one sentence and the next action. */
export function EmptyState({
  sentence,
  action,
  icon: Icon = Inbox,
}: {
  sentence: ReactNode;
  action?: ReactNode;
  icon?: LucideIcon;
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-12 text-center text-ink-2">
      <Icon aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
      <p>{sentence}</p>
      {action}
    </div>
  );
}
