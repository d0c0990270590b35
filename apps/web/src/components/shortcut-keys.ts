export type KeyPress = Pick<
  KeyboardEvent,
  "code" | "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing"
>;

/**
 * How a key press is written in a `Shortcut`: "a", "shift+a", "mod+k", "Enter", "?"; empty for one that can be none.
 * Letters go by their place on the keyboard (`code`): with the Korean input method on, the A key types "ㅁ".
 */
export function keysOf(press: KeyPress): string {
  if (press.altKey || press.isComposing) return "";
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
  const key = letter ?? press.key;
  if (press.metaKey || press.ctrlKey) return `mod+${key.toLowerCase()}`;
  return press.shiftKey && letter !== undefined ? `shift+${letter}` : key;
}
