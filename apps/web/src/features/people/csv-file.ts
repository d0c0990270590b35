/** What of a file the API takes; a longer one is refused before it is sent. */
export const MAX_CSV_CHARACTERS = 100_000;

/**
 * The text of a CSV file. Korean spreadsheets still save EUC-KR (CP949) unless told otherwise, so what is not UTF-8 is
 * read as that. Rejects when it is neither.
 */
export async function readCsvFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("euc-kr", { fatal: true }).decode(bytes);
  }
}

/** Has the browser save a text as a file. */
export function saveCsvFile(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: `${name}.csv` });
  link.click();
  URL.revokeObjectURL(address);
}
