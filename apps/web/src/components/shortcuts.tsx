"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { keysOf } from "./shortcut-keys";

/** One key of a page. `keys` as `keysOf` writes them; `label` is what `?` lists. Held down it runs once, unless it `repeats`. */
export type Shortcut = { keys: string; label: string; repeats?: boolean; run(): void };

/** What has the keys for itself while it is open. A toast is a dialog too, but one that nobody has to answer. */
const OVER_THE_PAGE = "[role=dialog][data-open],[role=menu],[role=listbox]";

type Registered = { group: string; shortcuts: readonly Shortcut[] };
type Registry = { groups: readonly Registered[]; register(registered: Registered): () => void };

const RegistryContext = createContext<Registry>({ groups: [], register: () => () => {} });

/** Everything that can be pressed right now, for the list behind `?`. */
export function useShortcutGroups(): readonly Registered[] {
  return useContext(RegistryContext).groups;
}

/** Keys that work while the component is on the page, unless the person is typing or a dialog is open. */
export function useShortcuts(group: string, shortcuts: readonly Shortcut[]): void {
  const { register } = useContext(RegistryContext);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  // Callers write the list inline; only its keys and words decide whether the list behind `?` changes.
  const signature = shortcuts.map(({ keys, label }) => `${keys}\n${label}`).join("\n\n");

  // biome-ignore lint/correctness/useExhaustiveDependencies: see `signature`
  useEffect(() => register({ group, shortcuts: latest.current }), [register, group, signature]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = latest.current.find(({ keys }) => keys === keysOf(event));
      if (!wanted || event.defaultPrevented || (isTyping(event.target) && !wanted.keys.startsWith("mod+"))) return;
      if (event.repeat && !wanted.repeats) return;
      if (wanted.keys === "Enter" && isPressable(event.target)) return;
      if (document.querySelector(OVER_THE_PAGE) && !wanted.keys.startsWith("mod+")) return;
      event.preventDefault();
      wanted.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<readonly Registered[]>([]);
  const register = useCallback((registered: Registered) => {
    setGroups((all) => [...all, registered]);
    return () => setGroups((all) => all.filter((one) => one !== registered));
  }, []);
  return (
    <RegistryContext value={useMemo(() => ({ groups, register }), [groups, register])}>{children}</RegistryContext>
  );
}

/** Enter presses the button or follows the link that has the focus. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, button") !== null;
}

/** A ticked box has the focus too, but nobody types into it. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}
