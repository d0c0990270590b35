import { MAX_FILE_BYTES } from "@erp/contracts/files";
import { expect, it } from "vitest";
import { describeFile } from "./files.rules";

const pdf = (size: number) => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(size - 9, 1)]);

it.each([
  ["application/pdf", pdf(20)],
  ["image/png", Buffer.from("\x89PNG\r\n\x1a\n…", "latin1")],
  ["image/jpeg", Buffer.from("\xff\xd8\xff\xe0", "latin1")],
  ["image/webp", Buffer.from("RIFF\x00\x00\x00\x00WEBPVP8 ", "latin1")],
])("a file is taken for what it is: %s", (type, content) => {
  expect(describeFile("아무 이름", content)).toMatchObject({ type, size: content.length });
});

it.each([
  ["a program", Buffer.from("MZ\x90\x00"), "file.type"],
  ["a page that calls itself a picture", Buffer.from("<html>"), "file.type"],
  ["a drawing that could run scripts", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "file.type"],
  ["what only has the letters of a WebP", Buffer.from("MZ\x90\x00\x00\x00\x00\x00WEBPVP8 ", "latin1"), "file.type"],
  ["another RIFF file", Buffer.from("RIFF\x00\x00\x00\x00WAVEfmt ", "latin1"), "file.type"],
  ["a byte too many", pdf(MAX_FILE_BYTES + 1), "file.too-large"],
])("%s is refused", (_, content, code) => {
  expect(() => describeFile("사진.png", content)).toThrow(expect.objectContaining({ code }));
});

it.each([
  ["영수증.pdf", "영수증.pdf"],
  ["영수증.PDF", "영수증.PDF"],
  ["영수증", "영수증.pdf"],
  ["run.bat", "run.bat.pdf"],
  ["a".repeat(200), `${"a".repeat(196)}.pdf`],
])("%s is saved as %s", (name, saved) => {
  expect(describeFile(name, pdf(20)).name).toBe(saved);
});

it("the fingerprint is SHA-256 of the content", () => {
  const { sha256 } = describeFile("a.pdf", Buffer.from("%PDF-"));
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(sha256).not.toBe(describeFile("a.pdf", Buffer.from("%PDF-1")).sha256);
});
