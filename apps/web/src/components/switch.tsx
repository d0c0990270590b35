"use client";

import { Switch as Base } from "@base-ui/react/switch";

type SwitchProps = { label: string; isOn: boolean; onChange(isOn: boolean): void; disabled?: boolean };

/** On or off at once, without a button to save. `label` is said, not shown: the words stand beside it. */
export function Switch({ label, isOn, onChange, disabled = false }: SwitchProps) {
  return (
    <Base.Root
      aria-label={label}
      checked={isOn}
      onCheckedChange={(checked) => onChange(checked)}
      disabled={disabled}
      className="relative inline-flex h-6 w-10 shrink-0 cursor-pointer items-center rounded-full bg-ink-3 p-0.5 transition-colors duration-120 data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-60"
    >
      <Base.Thumb className="size-5 rounded-full bg-raised transition-transform duration-120 data-checked:translate-x-4" />
    </Base.Root>
  );
}
