import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendMail, composeMail, openLetterBox, parseLetter, readMails } from "./mails";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "erp-mails-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("mails are read newest first, and by addressee in any case", () => {
  const file = join(folder, "mails.jsonl");
  expect(readMails(file)).toEqual([]);
  for (const [id, to] of [
    ["1", "kim@hanbit.example"],
    ["2", "lee@hanbit.example"],
    ["3", "Kim@hanbit.example"],
  ] as const) {
    appendMail(file, { id, at: "2026-11-22T00:00:00.000Z", ...composeMail("SignUp", to, "123456") });
  }
  expect(readMails(file).map((mail) => mail.id)).toEqual(["3", "2", "1"]);
  expect(readMails(file, "KIM@hanbit.example").map((mail) => mail.id)).toEqual(["3", "1"]);
});

test("the words of a mail hold the code", () => {
  for (const occasion of ["SignUp", "ResendCode", "ForgotPassword", "AdminCreateUser", "Authentication"]) {
    expect(composeMail(occasion, "kim@hanbit.example", "Temp-9876!").body).toContain("Temp-9876!");
  }
});

test("a letter of the portal is kept once, however often it is handed over", () => {
  const file = join(folder, "mails.jsonl");
  const letter = {
    id: "event:person",
    to: "kim@hanbit.example",
    subject: "결재 요청",
    body: "http://localhost/approvals/1",
  };
  const keep = openLetterBox(file);
  keep(letter);
  keep(letter);
  openLetterBox(file)(letter);
  expect(readMails(file, letter.to)).toMatchObject([{ ...letter, kind: "notification", code: "" }]);
  expect(parseLetter(JSON.stringify(letter))).toEqual(letter);
  expect([parseLetter("{"), parseLetter("null"), parseLetter('{"id":"1"}')]).toEqual([null, null, null]);
});
