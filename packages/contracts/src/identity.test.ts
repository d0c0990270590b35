import { describe, expect, it } from "vitest";
import { fieldMessages } from "./field-messages";
import { isStrongPassword, password, signInInput, signUpInput } from "./identity";

describe("E8: a password", () => {
  it.each(["Hanbit!2026", "aB3$efgh", "한글도Aa1!됩니다"])("may be %s", (text) =>
    expect(isStrongPassword(text)).toBe(true),
  );

  it.each([
    ["seven characters", "aB3$efg"],
    ["no capital", "hanbit!2026"],
    ["no small letter", "HANBIT!2026"],
    ["no digit", "Hanbit!hanbit"],
    ["no symbol", "Hanbit2026"],
    ["a blank for a symbol", "Hanbit 2026"],
  ])("is refused with %s, in Korean", (_, text) => {
    const [issue] = password.safeParse(text).error?.issues ?? [];
    expect(issue?.message).toBe("identity.weak-password");
    expect(fieldMessages["identity.weak-password"].ko).toMatch(/8자 이상.*대문자.*소문자.*숫자.*기호/);
  });

  it("of a sign-in is not judged, so that an old one gets the same answer as a wrong one", () => {
    expect(signInInput.safeParse({ email: "a@hanbit.example", password: "old" }).success).toBe(true);
  });
});

describe("E2: a sign-up", () => {
  const form = { email: " Kim@Hanbit.Example ", password: "Hanbit!2026", name: " 김하늘 ", departmentCode: "SALES" };

  it("is trimmed, its address in lower case", () => {
    expect(signUpInput.parse(form)).toMatchObject({ email: "kim@hanbit.example", name: "김하늘" });
  });

  it.each(["role", "position", "employeeId"])("has no place for %s", (field) => {
    expect(signUpInput.safeParse({ ...form, [field]: "MANAGER" }).success).toBe(false);
  });
});
