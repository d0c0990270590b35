import { z } from "zod";
import { listDirectoryInput } from "./employees";
import type { LocalizedText } from "./units";

/** As many invitations as go out at once; a bigger company imports department by department. */
export const MAX_IMPORTED_ROWS = 500;
const MAX_CHARACTERS = 100_000;

/** The columns of the file, in the order in which they are exported. Either name is understood, in any order. */
export const importColumns = {
  email: { ko: "이메일", en: "email" },
  name: { ko: "이름", en: "name" },
  department: { ko: "부서", en: "department" },
  position: { ko: "직급", en: "position" },
  role: { ko: "역할", en: "role" },
  hireDate: { ko: "입사일", en: "hire date" },
  weeklyHours: { ko: "주 근로시간", en: "weekly hours" },
  manager: { ko: "상사 이메일", en: "manager e-mail" },
} satisfies Record<string, LocalizedText>;
export type ImportColumn = keyof typeof importColumns;

/** `dryRun` only says what would happen. */
export const importEmployeesInput = z.strictObject({
  csv: z.string().min(1, "text.required").max(MAX_CHARACTERS, "text.too-long"),
  dryRun: z.boolean(),
});
export type ImportEmployeesInput = z.infer<typeof importEmployeesInput>;

/** What is wrong with a row: the column, and the key of the sentence about it (see `field-messages.ts`). */
export const importProblem = z.object({ column: z.string(), message: z.string() });
export type ImportProblem = z.infer<typeof importProblem>;

export const importReport = z.object({
  rows: z.array(
    z.object({
      /** As editors count them: the header is line 1. */
      line: z.int(),
      email: z.string(),
      name: z.string(),
      problems: z.array(importProblem),
    }),
  ),
  /** 0 after a dry run, and when any row has a problem: all people are entered, or none. */
  imported: z.int(),
});
export type ImportReport = z.infer<typeof importReport>;

export const exportEmployeesInput = listDirectoryInput.omit({ cursor: true, limit: true });
export type ExportEmployeesInput = z.infer<typeof exportEmployeesInput>;
/** A file, and how many people are in it. */
export const exportedEmployees = z.object({ csv: z.string(), people: z.int() });
