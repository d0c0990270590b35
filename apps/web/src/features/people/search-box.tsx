"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { controlClass } from "@/components/field";

const PAUSE_MS = 200;

/**
 * Reports what was typed once the person pauses, or leaves the box: a click on a result must not be overtaken by a
 * change of the address. Follows the address when that changes from elsewhere.
 */
export function SearchBox({ value, onSettled }: { value: string; onSettled(text: string): void }) {
  const t = useTranslations("people.directory");
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
    <div className="relative col-span-2 tablet:w-72">
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-3" />
      <input
        type="search"
        value={text}
        aria-label={t("search")}
        placeholder={t("search")}
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
