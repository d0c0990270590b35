import { describe, expect, it } from "vitest";
import { type KeyPress, keysOf } from "./shortcut-keys";

function press(code: string, key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return { code, key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...changes };
}

describe("keys as shortcuts write them", () => {
  it.each([
    [press("KeyA", "a"), "a"],
    [press("KeyA", "A", { shiftKey: true }), "shift+a"],
    [press("KeyK", "k", { metaKey: true }), "mod+k"],
    [press("KeyR", "r", { ctrlKey: true }), "mod+r"],
    [press("Enter", "Enter"), "Enter"],
    [press("Slash", "?", { shiftKey: true }), "?"],
    [press("KeyA", "å", { altKey: true }), ""],
  ])("%o is %j", (given, keys) => {
    expect(keysOf(given)).toBe(keys);
  });

  it("knows a letter by its place while the Korean input method is on", () => {
    expect(keysOf(press("KeyA", "ㅁ"))).toBe("a");
    expect(keysOf(press("KeyA", "ㅁ", { shiftKey: true }))).toBe("shift+a");
  });

  it("is silent while a syllable is being composed", () => {
    expect(keysOf(press("KeyJ", "Process", { isComposing: true }))).toBe("");
  });
});
