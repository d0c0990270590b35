import type { ReactNode } from "react";

/** What is decided at the left, the choice at the right; on a phone below it. */
export function SettingRow({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-1">
      <div className="min-w-0">
        <p>{label}</p>
        {hint && <p className="text-12 text-ink-2">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
