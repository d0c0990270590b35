import { describe, expect, it } from "vitest";
import { builtInFormCode, ownFormCode } from "./approval-forms";
import { fieldMessageOf } from "./field-messages";
import { asksAgreement, defaultLineRule, type LineTier, lineRule, managersFor } from "./line-rules";

const tier = (belowKrw: number | null, managers: LineTier["managers"] = 1): LineTier => ({ belowKrw, managers });

function problems(tiers: LineTier[]): [path: string, message: string][] {
  const rule = { tiers, agreement: null, enforcement: "REQUIRED" };
  const issues = lineRule.safeParse(rule).error?.issues ?? [];
  return issues.map(({ path, message }) => [path.join("."), fieldMessageOf(message)]);
}

describe("the tiers of a line rule", () => {
  it.each<[string, LineTier[]]>([
    ["one for every amount", [tier(null)]],
    [
      "several, each beginning where the one before ends",
      [tier(1_000_000), tier(10_000_000, 2), tier(null, "EVERYBODY")],
    ],
  ])("stand: %s", (_, tiers) => {
    expect(problems(tiers)).toEqual([]);
  });

  it.each<[string, LineTier[], [string, string][]]>([
    ["none", [], [["tiers", "line-rule.no-tiers"]]],
    ["a last one with an end", [tier(1_000_000)], [["tiers.0.belowKrw", "line-rule.last-tier"]]],
    ["one in between without an end", [tier(null), tier(null)], [["tiers.0.belowKrw", "text.required"]]],
    [
      "amounts that do not rise",
      [tier(5_000_000), tier(5_000_000), tier(null)],
      [["tiers.1.belowKrw", "line-rule.tiers-disordered"]],
    ],
    [
      "more than eight",
      [...Array.from({ length: 8 }, (_, index) => tier((index + 1) * 1000)), tier(null)],
      [["tiers", "line-rule.too-many-tiers"]],
    ],
    ["nobody to sign", [tier(null, 0)], [["tiers.0.managers", "value.malformed"]]],
  ])("do not stand: %s", (_, tiers, expected) => {
    expect(problems(tiers)).toEqual(expected);
  });
});

describe("the rule a form comes with", () => {
  it.each(builtInFormCode.options)("%s: is one that HR could have made, and binds", (code) => {
    const rule = defaultLineRule(code);
    expect(lineRule.parse(rule)).toEqual(rule);
    expect(rule.enforcement).toBe("REQUIRED");
  });

  it("only suggests for a form of HR's own", () => {
    expect(defaultLineRule(ownFormCode.parse("PUR"))).toMatchObject({ enforcement: "SUGGESTED", agreement: null });
  });

  it.each([
    [0, 1, false],
    [999_999, 1, false],
    [1_000_000, 2, false],
    [9_999_999, 2, false],
    [10_000_000, "EVERYBODY", true],
  ] as const)("EXPENSE of %i won: %s, finance %s", (amountKrw, managers, agrees) => {
    const rule = defaultLineRule("EXPENSE");
    expect(managersFor(rule, amountKrw)).toBe(managers);
    expect(asksAgreement(rule, amountKrw)).toBe(agrees);
    expect(asksAgreement(defaultLineRule("PROJECT"), amountKrw)).toBe(false);
  });
});
