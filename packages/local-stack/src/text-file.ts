import { readFileSync } from "node:fs";

export function readTextIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
