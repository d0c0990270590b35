"use client";

import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { classNames } from "@/lib/class-names";
import { controlClass } from "./field";

const PAUSE_MS = 200;

type SearchBoxProps = {
  value: string;
  onSettled(text: string): void;
  label: string;
  /** Where is looked: what was looked for in one place does not stay in the field of the next. */
  place?: string;
  className?: string;
};

/**
 * Reports what was typed once the person pauses, or acts: while something is pressed nothing changes, or a result would
 * move away beneath the pointer; when the click comes the address changes first, or it would overtake the page that the
 * click leads to. Follows the address when that changes from elsewhere.
 */
export function SearchBox({ value, onSettled, label, place, className }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const reported = useRef(value);
  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setText(value);
  }, [value]);

  const search = text.trim();
  // What has been typed for the new place already stays.
  const beginAnew = useEffectEvent(() => {
    if (search !== reported.current) return;
    reported.current = value;
    setText(value);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is what it is about
  useEffect(() => beginAnew(), [place]);

  const report = useEffectEvent(() => {
    if (search === reported.current) return;
    reported.current = search;
    onSettled(search);
  });
  useEffect(() => {
    if (search === value) return;
    let pause = setTimeout(report, PAUSE_MS);
    const hold = () => clearTimeout(pause);
    const release = () => {
      hold();
      pause = setTimeout(report, PAUSE_MS);
    };
    const listeners = new AbortController();
    const options = { capture: true, signal: listeners.signal };
    window.addEventListener("pointerdown", hold, options);
    window.addEventListener("pointerup", release, options);
    window.addEventListener("pointercancel", release, options);
    window.addEventListener("click", report, options);
    return () => {
      hold();
      listeners.abort();
    };
  }, [search, value]);

  return (
    <div className={classNames("relative", className)}>
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-3" />
      <input
        type="search"
        value={text}
        aria-label={label}
        placeholder={label}
        maxLength={100}
        className={`${controlClass} pl-9`}
        onChange={({ target }) => setText(target.value)}
      />
    </div>
  );
}
