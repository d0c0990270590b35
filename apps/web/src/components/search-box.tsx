"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { classNames } from "@/lib/class-names";
import { controlClass } from "./field";

const PAUSE_MS = 200;

type SearchBoxProps = { value: string; onSettled(text: string): void; label: string; className?: string };

/**
 * Reports what was typed once the person pauses, or leaves the box: a click on a result must not be overtaken by a
 * change of the address. Follows the address when that changes from elsewhere.
 */
export function SearchBox({ value, onSettled, label, className }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const reported = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setText(value);
  }, [value]);

  const report = (typed: string) => {
    clearTimeout(timer.current);
    const search = typed.trim();
    if (search === reported.current) return;
    reported.current = search;
    onSettled(search);
  };

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
        onBlur={() => report(text)}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => report(target.value), PAUSE_MS);
        }}
      />
    </div>
  );
}
