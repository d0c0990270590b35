import type { DepartmentId } from "@erp/contracts/ids";
import { expect, it } from "vitest";
import { departmentsByName } from "./employees.import.rules";

const department = (id: string, code: string, nameKo: string, nameEn: string) => ({
  id: id as DepartmentId,
  code,
  nameKo,
  nameEn,
});

it("a department is found by its code, then by a name that no other has", () => {
  const found = departmentsByName([
    department("1", "SALES", "영업팀", "Sales"),
    department("2", "DEV", "개발팀", "Engineering"),
    department("3", "LAB", "개발팀", "SALES"),
    department("4", "HR", "인사", "인사"),
  ]);
  expect(found.get("sales")).toBe("1");
  expect(found.get("영업팀")).toBe("1");
  expect(found.get("dev")).toBe("2");
  expect(found.get("engineering")).toBe("2");
  expect(found.get("개발팀")).toBeUndefined();
  expect(found.get("lab")).toBe("3");
  expect(found.get("인사")).toBe("4");
});
