import { expect, it } from "vitest";
import { linesOf } from "./audit-detail";

it("what a field was and what it became stand on one line", () => {
  const lines = linesOf([
    { field: "before.departmentId", value: "영업팀" },
    { field: "before.managerId", value: "" },
    { field: "after.departmentId", value: "개발팀" },
    { field: "after.managerId", value: "박성호" },
    { field: "role.before", value: "STAFF" },
    { field: "role.after", value: "MANAGER" },
    { field: "reason", value: "조직 개편" },
  ]);
  expect(lines).toEqual([
    { field: "departmentId", value: "개발팀", before: "영업팀" },
    { field: "managerId", value: "박성호", before: "" },
    { field: "role", value: "MANAGER", before: "STAFF" },
    { field: "reason", value: "조직 개편", before: null },
  ]);
});
