"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";

type SegmentsProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
};

/** One of two or three, all in sight: what a list shows, a theme, a language. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(chosen: Value) => onChange(chosen)}
      className="inline-flex rounded-control border border-line-strong bg-surface p-0.5"
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
        <label
          key={option.value}
          className="flex min-h-8 cursor-pointer items-center rounded-small px-3 text-13 font-semibold text-ink-2 has-focus-visible:outline-2 has-focus-visible:outline-accent has-data-checked:bg-accent-soft has-data-checked:text-accent"
        >
          <Radio.Root value={option.value} aria-label={option.label} className="sr-only" />
          {option.label}
        </label>
      ))}
    </RadioGroup>
  );
}
