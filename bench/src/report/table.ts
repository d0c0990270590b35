/**
 * A table in Markdown whose columns also line up for somebody reading the text itself. The first columns are text, the
 * others figures.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[], textColumns = 1): string {
  const widths = header.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? "")].map(widthOf)),
  );
  const isText = (column: number) => column < textColumns;
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? "", width, isText(column))).join(" | ")} |`;
  const rule = widths.map((width, column) => (isText(column) ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`));
  return [line(header), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

function padded(text: string, width: number, isText: boolean): string {
  const space = " ".repeat(width - widthOf(text));
  return isText ? text + space : space + text;
}

function widthOf(text: string): number {
  return [...text].length;
}
