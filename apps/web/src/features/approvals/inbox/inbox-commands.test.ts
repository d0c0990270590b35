import { describe, expect, it } from "vitest";
import { commandOf, type KeyPress } from "./inbox-commands";

function press(code: string, changes: Partial<KeyPress> = {}): KeyPress {
  return { code, key: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false, ...changes };
}

describe("keys of the inbox", () => {
  it.each([
    ["KeyJ", "next"],
    ["KeyK", "previous"],
    ["Enter", "open"],
    ["KeyA", "approve"],
    ["KeyR", "reject"],
    ["KeyC", "comment"],
    ["KeyX", "select"],
    ["KeyQ", null],
  ])("%s means %s", (code, command) => {
    expect(commandOf(press(code))).toBe(command);
  });

  it("knows A by its place while the Korean input method types ㅁ", () => {
    expect(commandOf(press("KeyA", { key: "ㅁ" }))).toBe("approve");
  });

  it("leaves the browser's own shortcuts alone", () => {
    expect(commandOf(press("KeyR", { ctrlKey: true }))).toBeNull();
    expect(commandOf(press("KeyA", { metaKey: true }))).toBeNull();
  });

  it("approves many only with shift, and shows the list of keys on ?", () => {
    expect(commandOf(press("KeyA", { shiftKey: true }))).toBe("approve-selected");
    expect(commandOf(press("KeyR", { shiftKey: true }))).toBeNull();
    expect(commandOf(press("Slash", { key: "?", shiftKey: true }))).toBe("help");
  });

  it("lets a held key walk but never decide", () => {
    expect(commandOf(press("KeyJ", { repeat: true }))).toBe("next");
    expect(commandOf(press("KeyA", { repeat: true }))).toBeNull();
    expect(commandOf(press("KeyA", { repeat: true, shiftKey: true }))).toBeNull();
  });

  it("does nothing while a syllable is being composed", () => {
    expect(commandOf(press("KeyJ", { isComposing: true }))).toBeNull();
  });
});
