import { expect, it } from "vitest";
import { headersOf } from "./files-endpoint";

it.each([
  ["영수증.pdf", "%EC%98%81%EC%88%98%EC%A6%9D.pdf"],
  ['a".pdf\r\nset-cookie: x', "a%22.pdf%0D%0Aset-cookie%3A%20x"],
  ["it's (1)*.pdf", "it%27s%20%281%29%2A.pdf"],
  ["\ud800.pdf", "%EF%BF%BD.pdf"],
])("a file called %j is saved under its name and nothing else", (name, encoded) => {
  const headers = headersOf({ name, type: "application/pdf", size: 1 });
  expect(headers["content-disposition"]).toBe(`attachment; filename*=UTF-8''${encoded}`);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(() => new Headers(headers)).not.toThrow();
});
