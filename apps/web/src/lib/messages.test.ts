import { describe, expect, it } from "vitest";
import { type Messages, messagesIn } from "./messages";

type Sentences = { [key: string]: string | Sentences };

function leaves(sentences: Sentences, path = ""): [path: string, sentence: string][] {
  return Object.entries(sentences).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

const korean = new Map(leaves(messagesIn("ko") as Messages & Sentences));
const english = new Map(leaves(messagesIn("en") as Messages & Sentences));

// That every key a component asks for exists is the compiler's business: see next-intl.d.ts.
describe("messages", () => {
  it("say the same things in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...korean.keys()].sort());
  });

  it("leave nothing unsaid", () => {
    const empty = [...korean, ...english].filter(([, sentence]) => sentence.trim() === "");
    expect(empty).toEqual([]);
  });

  it("are Korean in the Korean files, but for names of things", () => {
    const foreign = [...korean].filter(
      ([, sentence]) => !/[가-힣]/.test(sentence) && /[a-z]{3}/i.test(sentence.replaceAll(/\{[^}]*\}/g, "")),
    );
    expect(foreign).toEqual([]);
  });

  it("contain no Korean in the English files", () => {
    expect([...english].filter(([, sentence]) => /[가-힣]/.test(sentence))).toEqual([]);
  });
});
