import { z } from "zod";
import type { LocalizedText } from "./units";

/** What a person may do. Lives in MySQL; no token and no form grants it. */
export const role = z.enum(["STAFF", "MANAGER", "HR_ADMIN"], { error: requiredWhenBlank });
export type Role = z.infer<typeof role>;

export const roleNames: Record<Role, LocalizedText> = {
  STAFF: { ko: "직원", en: "Staff" },
  MANAGER: { ko: "부서장", en: "Manager" },
  HR_ADMIN: { ko: "인사 관리자", en: "HR administrator" },
};

/** 직급, the rank printed in the approval line. Independent of the role. Lowest first. */
export const position = z.enum(["SAWON", "DAERI", "GWAJANG", "CHAJANG", "BUJANG"], { error: requiredWhenBlank });
export type Position = z.infer<typeof position>;

export const positionNames: Record<Position, LocalizedText> = {
  SAWON: { ko: "사원", en: "Associate" },
  DAERI: { ko: "대리", en: "Assistant manager" },
  GWAJANG: { ko: "과장", en: "Section head" },
  CHAJANG: { ko: "차장", en: "Deputy general manager" },
  BUJANG: { ko: "부장", en: "General manager" },
};

/** A form whose choice nobody has made sends nothing, or an empty text. */
function requiredWhenBlank({ input }: { input?: unknown }): string | undefined {
  return input === undefined || input === "" ? "text.required" : undefined;
}
