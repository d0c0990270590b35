const HANGUL_NAME = /^[가-힣]+$/;
const MAX_INITIALS = 3;

/** A name as it fits a round seal: "박 / 서연", "남궁 / 민수", initials where it is not written in Hangul. */
export function sealName(name: string): string[] {
  if (!HANGUL_NAME.test(name)) return [initialsOf(name)];
  if (name.length <= 2) return [name];
  const familyLength = name.length === 3 ? 1 : 2;
  return [name.slice(0, familyLength), name.slice(familyLength, familyLength + 3)];
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return words
    .slice(0, MAX_INITIALS)
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}
