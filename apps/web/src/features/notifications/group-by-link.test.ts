import type { NotificationView } from "@erp/contracts/notifications";
import { describe, expect, it } from "vitest";
import { groupByLink } from "./group-by-link";

function build(subject: string, link: string, readAt: Date | null = null): NotificationView {
  const createdAt = new Date("2026-11-23T00:00:00Z");
  return {
    id: "x",
    kind: "APPROVAL_REQUESTED",
    actor: null,
    subject,
    text: null,
    leave: null,
    link,
    createdAt,
    readAt,
  };
}

describe("notifications by document", () => {
  it("stand together under the newest, in the order of the newest", () => {
    const groups = groupByLink([build("third", "/a"), build("second", "/b"), build("first", "/a", new Date())]);
    expect(groups.map(({ link, latest, earlier }) => [link, latest.subject, earlier.length])).toEqual([
      ["/a", "third", 1],
      ["/b", "second", 0],
    ]);
  });

  it("count what is unread in each", () => {
    const [group] = groupByLink([build("b", "/a"), build("a", "/a", new Date()), build("c", "/a")]);
    expect(group?.unread).toBe(2);
  });
});
