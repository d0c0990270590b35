import { describe, expect, it } from "vitest";
import { activeItem, navigationFor } from "./navigation";

describe("navigation", () => {
  it("E59: shows 관리 to department heads and HR only", () => {
    const names = (role: "STAFF" | "MANAGER" | "HR_ADMIN") => navigationFor(role).map(({ name }) => name);
    expect(names("STAFF")).not.toContain("administration");
    expect(names("MANAGER")).toContain("administration");
    expect(names("HR_ADMIN")).toContain("administration");
  });

  it.each([
    ["/", "dashboard"],
    ["/approvals/waiting/01JDCA5N8QG7X2M4R6T9VWYZ0B", "approvals"],
    ["/approvals/new", "write"],
    ["/approvals/drafts", "approvals"],
    ["/approvals/drafts/01JDCA5N8QG7X2M4R6T9VWYZ0B", "write"],
    ["/people/01JDCA5N8QG7X2M4R6T9VWYZ0B", "people"],
    ["/attendance/team", "attendance"],
    ["/quests/01JDCA5N8QG7X2M4R6T9VWYZ0B", "quests"],
    ["/admin/departments", "administration"],
  ])("marks the item of %s", (pathname, name) => {
    expect(activeItem(navigationFor("HR_ADMIN"), pathname)?.name).toBe(name);
  });

  it("marks nothing on a page without an item", () => {
    expect(activeItem(navigationFor("STAFF"), "/peoples")).toBeUndefined();
  });
});
