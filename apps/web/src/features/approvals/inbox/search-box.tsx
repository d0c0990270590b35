"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { controlClass } from "@/components/field";

const TYPING_PAUSE_MS = 250;

/** Searches once the person pauses. What stands in the address (a link, "back") stands in the box. */
export function SearchBox({ search, onSearch }: { search: string; onSearch(search: string): void }) {
  const t = useTranslations("approvals.filters");
  const [typed, setTyped] = useState({ text: search, since: search });
  const text = typed.since === search ? typed.text : search;
  const ask = useEffectEvent(() => text.trim() !== search && onSearch(text.trim()));

  useEffect(() => {
    const timer = setTimeout(() => ask(), text === "" ? 0 : TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div className="relative min-w-0 flex-1">
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-3" />
      <input
        type="search"
        value={text}
        onChange={(event) => setTyped({ text: event.target.value, since: search })}
        aria-label={t("search")}
        placeholder={t("search")}
        className={`${controlClass} min-h-9 px-8.5 text-13 [&::-webkit-search-cancel-button]:hidden`}
      />
      {text !== "" && (
        <button
          type="button"
          aria-label={t("clearSearch")}
          onClick={() => setTyped({ text: "", since: search })}
          className="absolute inset-y-0 right-1 my-auto grid size-7 place-items-center rounded-small text-ink-3 hover:bg-hover"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
