"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "./dialog";
import { Kbd } from "./kbd";
import { useShortcutGroups, useShortcuts } from "./shortcuts";

/** The list behind `?`: what can be pressed on this page. */
export function ShortcutHelp() {
  const t = useTranslations("components");
  const [isOpen, setIsOpen] = useState(false);
  const groups = useShortcutGroups();
  useShortcuts(t("shortcuts.everywhere"), [{ keys: "?", label: t("shortcuts.help"), run: () => setIsOpen(true) }]);
  const names = [...new Set(groups.map(({ group }) => group))];
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen} title={t("shortcuts.title")}>
      <div className="grid gap-5">
        {names.map((name) => (
          <section key={name}>
            <h3 className="mb-1 text-12 font-semibold text-ink-3">{name}</h3>
            <dl>
              {groups
                .filter(({ group }) => group === name)
                .flatMap(({ shortcuts }) => shortcuts)
                .map(({ keys, label }) => (
                  <div key={keys} className="flex min-h-8 items-center justify-between gap-4">
                    <dt>{label}</dt>
                    <dd className="flex gap-1 text-ink-2">
                      {keys.split("+").map((key) => (
                        <Kbd key={key}>{shownKey(key)}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const shownKeys: Record<string, string> = { mod: "⌘ / Ctrl", shift: "⇧", Enter: "↵", ArrowDown: "↓", ArrowUp: "↑" };

function shownKey(key: string): string {
  return shownKeys[key] ?? key.toUpperCase();
}
