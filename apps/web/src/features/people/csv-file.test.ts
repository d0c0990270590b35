import { expect, it } from "vitest";
import { readCsvFile } from "./csv-file";

it("a file is read as UTF-8, and as EUC-KR where it is not that", async () => {
  expect(await readCsvFile(new Blob(["이름,부서"]))).toBe("이름,부서");
  const eucKr = new Uint8Array([0xc0, 0xcc, 0xb8, 0xa7, 0x2c, 0xba, 0xce, 0xbc, 0xad]);
  expect(await readCsvFile(new Blob([eucKr]))).toBe("이름,부서");
});

it("what is neither is refused", async () => {
  await expect(readCsvFile(new Blob([new Uint8Array([0xff, 0xff, 0x00])]))).rejects.toThrow();
});
