/** An address nobody has had before, also in the next run. */
export function newAddress(purpose: string): string {
  return `${purpose}.${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}@hanbit.example`;
}

/** A name that can be searched for without finding anybody else. */
export function newName(beginning: string): string {
  const syllables = Array.from({ length: 4 }, () => String.fromCharCode(0xac00 + Math.floor(Math.random() * 11_172)));
  return beginning + syllables.join("");
}

export const GOOD_PASSWORD = "Right-Horse-42";
