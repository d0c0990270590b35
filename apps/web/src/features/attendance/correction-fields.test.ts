import type { CalendarDate } from "@erp/contracts/dates";
import { expect, it } from "vitest";
import { correctionFields, hoursOf } from "./correction-fields";

const day = "2026-11-19" as CalendarDate;

it("hours are those of the clock in Korea", () => {
  expect(hoursOf({ day, wasThere: true, from: "09:00", to: "18:30" })).toEqual({
    checkedInAt: new Date("2026-11-19T00:00:00Z"),
    checkedOutAt: new Date("2026-11-19T09:30:00Z"),
  });
});

it("an end before the beginning is on the next day", () => {
  const hours = hoursOf({ day, wasThere: true, from: "18:00", to: "01:15" });
  expect(hours?.checkedOutAt).toEqual(new Date("2026-11-19T16:15:00Z"));
});

it("who was not there has no hours", () =>
  expect(hoursOf({ day, wasThere: false, from: "09:00", to: "18:00" })).toBeNull());

it("a reason is required", () => {
  const typed = { day, wasThere: true, from: "09:00", to: "18:00", reason: " " };
  expect(correctionFields.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual(["text.required"]);
});
