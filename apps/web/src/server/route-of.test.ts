import { expect, it } from "vitest";
import { routeOf } from "./route-of";

it.each([
  ["/api/trpc/approvals.list,approvals.counts", "/api/trpc"],
  ["/api/v1/employees/me", "/api/v1"],
  ["/api/auth/session", "/api/auth"],
  ["/api/files/documents/01JDCA5N8QG7X2M4R6T9VWYZ0B/01JDCA5N8QG7X2M4R6T9VWYZ0F", "/api/files"],
  ["/api/made-up-by-somebody", "page"],
  ["/approvals/waiting/01JDCA5N8QG7X2M4R6T9VWYZ0B", "page"],
  ["/_next/static/chunks/1.js", "asset"],
])("%s is %s", (path, route) => {
  expect(routeOf(path)).toBe(route);
});
