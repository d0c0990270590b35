import { expect, it } from "vitest";
import { describeDetail, idsIn } from "./operations.audit.rules";

const department = "01JDCA5N8QG7X2M4R6T9VWYZ0B";
const detail = {
  before: { departmentId: department, managerId: null },
  after: { departmentId: null, name: "김하늘, 부장" },
  signInAs: [department, "somebody"],
  leaveMinutes: 480,
};

it("an entry's detail is told line by line, with names instead of ids", () => {
  expect(describeDetail(detail, new Map([[department, "영업팀"]]))).toEqual([
    { field: "before.departmentId", value: "영업팀" },
    { field: "before.managerId", value: "" },
    { field: "after.departmentId", value: "" },
    { field: "after.name", value: "김하늘, 부장" },
    { field: "signInAs", value: "영업팀, somebody" },
    { field: "leaveMinutes", value: "480" },
  ]);
  expect(idsIn(detail)).toEqual([department, department]);
});

it("an id that nobody has stays as it is, and nothing is nothing", () => {
  expect(describeDetail({ id: department }, new Map())).toEqual([{ field: "id", value: department }]);
  expect(describeDetail({}, new Map())).toEqual([]);
});
