/** A table in Markdown whose columns also line up for somebody reading the text itself. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? "")].map(widthOf)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? "", width, column)).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}

/** The first column is text, the others are figures. */
function padded(text: string, width: number, column: number): string {
  const space = " ".repeat(width - widthOf(text));
  return column === 0 ? text + space : space + text;
}

function widthOf(text: string): number {
  return [...text].length;
}
