/** Rows of a CSV file by RFC 4180: quoted cells may hold commas, quotes and lines. Blank lines are left out. */
export function parseCsv(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  const cellPattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|\r|$)/g;
  // Excel puts a byte order mark in front of what it saves as UTF-8.
  const content = text.replace(/^\uFEFF/, "");
  let cells: string[] = [];
  let line = 1;
  let firstLine = 1;
  for (const [whole, cell = "", separator = ""] of content.matchAll(cellPattern)) {
    cells.push(readCell(cell));
    line += (whole.match(/\r?\n|\r/g) ?? []).length;
    if (separator === ",") continue;
    if (cells.some((value) => value !== "")) rows.push({ line: firstLine, cells });
    cells = [];
    firstLine = line;
    if (separator === "") break;
  }
  return rows;
}

/** Rows as CSV, with the mark that makes Excel read it as UTF-8. Numbers stay numbers, also below zero. */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(writeCell).join(",")).join("\r\n")}\r\n`;
}

/** What a spreadsheet would run as a formula, were it not for the apostrophe in front. */
const FORMULA = /^[=+\-@\t\r]/;

function readCell(cell: string): string {
  const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  const trimmed = value.trim();
  return trimmed.startsWith("'") && FORMULA.test(trimmed.slice(1)) ? trimmed.slice(1) : trimmed;
}

function writeCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
