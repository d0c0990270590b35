"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog as Base } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { backdropClass } from "./dialog";
import { useShortcuts } from "./shortcuts";

/** Something the palette can do or open. */
export type Command = { id: string; label: string; detail?: string; icon?: ReactNode; run(): void };
export type CommandGroup = { label: string; commands: readonly Command[] };

type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange(open: boolean): void;
  text: string;
  onTextChange(text: string): void;
  /** What fits the text; empty groups are left out. */
  groups: readonly CommandGroup[];
};

/** ⌘K: go anywhere and do anything by typing. */
export function CommandPalette({ isOpen, onOpenChange, text, onTextChange, groups }: CommandPaletteProps) {
  const t = useTranslations("components");
  useShortcuts(t("shortcuts.everywhere"), [
    { keys: "mod+k", label: t("palette.title"), run: () => onOpenChange(!isOpen) },
  ]);
  const shown = groups
    .filter(({ commands }) => commands.length > 0)
    .map(({ label, commands }) => ({ value: label, items: commands }));

  const close = () => {
    onOpenChange(false);
    onTextChange("");
  };

  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? onOpenChange(true) : close())}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className="fixed inset-x-3 top-[12dvh] z-40 mx-auto flex max-h-[70dvh] max-w-[560px] flex-col overflow-hidden rounded-card border border-line bg-raised shadow-float outline-none transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Base.Title className="sr-only">{t("palette.title")}</Base.Title>
          <Autocomplete.Root
            open
            inline
            items={shown}
            filter={null}
            value={text}
            onValueChange={(value, { reason }) => reason !== "item-press" && onTextChange(value)}
            itemToStringValue={(command: Command) => command.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4.5 shrink-0 text-ink-3" />
              <Autocomplete.Input
                aria-label={t("palette.title")}
                placeholder={t("palette.placeholder")}
                className="h-13 w-full bg-transparent text-16 outline-none"
              />
            </div>
            <Autocomplete.Empty>
              <p className="px-4 py-8 text-center text-ink-3 empty:hidden">{t("nothingFound")}</p>
            </Autocomplete.Empty>
            <Autocomplete.List className="overflow-y-auto overscroll-contain p-1.5 empty:hidden">
              {(group: { value: string; items: readonly Command[] }) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-12 font-semibold text-ink-3">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => (
                      <CommandRow
                        key={command.id}
                        command={command}
                        onRun={() => {
                          close();
                          command.run();
                        }}
                      />
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function CommandRow({ command, onRun }: { command: Command; onRun(): void }) {
  return (
    <Autocomplete.Item
      value={command}
      onClick={onRun}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-small px-2.5 outline-none select-none data-highlighted:bg-accent-soft [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3"
    >
      {command.icon}
      <span className="min-w-0 truncate">{command.label}</span>
      {command.detail && <span className="ml-auto shrink-0 text-12 text-ink-3">{command.detail}</span>}
    </Autocomplete.Item>
  );
}

/** Commands whose label or detail contains the text, whatever the case. */
export function useMatching(commands: readonly Command[], text: string): readonly Command[] {
  return useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return wanted === ""
      ? commands
      : commands.filter(({ label, detail = "" }) => `${label} ${detail}`.toLowerCase().includes(wanted));
  }, [commands, text]);
}
