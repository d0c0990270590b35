/** What a key does in 결재함. */
export type InboxCommand = "next" | "previous" | "open" | "close" | "approve" | "reject" | "comment" | "select" | "approve-selected" | "help";

export type KeyPress = Pick<KeyboardEvent, "code" | "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "repeat">;

/**
 * Keys by their place (`code`), not their letter: with the Korean input method on, the A key types "ㅁ".
 */
const commandsByCode: Record<string, InboxCommand> = {
  KeyJ: "next",
  ArrowDown: "next",
  KeyK: "previous",
  ArrowUp: "previous",
  Enter: "open",
  Escape: "close",
  KeyA: "approve",
  KeyR: "reject",
  KeyC: "comment",
  KeyX: "select",
};

/** A held key may walk through the list, never decide again and again. */
const repeatable: ReadonlySet<InboxCommand> = new Set(["next", "previous"]);

export function commandOf(press: KeyPress): InboxCommand | null {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === "?") return "help";
  if (press.shiftKey) return press.code === "KeyA" && !press.repeat ? "approve-selected" : null;
  const command = commandsByCode[press.code] ?? null;
  if (press.repeat && command !== null && !repeatable.has(command)) return null;
  return command;
}

/** Where a key belongs to what has the focus: text being typed, a menu or a dialog, or Enter on a button. */
export function isTaken(target: EventTarget | null, command: InboxCommand): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]")) return true;
  return command === "open" && target.closest("a, button") !== null;
}
