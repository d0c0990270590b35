/** A sentence with its `{name}` places filled; a place nobody fills stays, so that a test sees it. */
export function fillPlaces(sentence: string, params: Record<string, string | number>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
