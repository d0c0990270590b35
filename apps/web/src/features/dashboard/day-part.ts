export type DayPart = "morning" | "afternoon" | "evening";

const KOREA_OFFSET_HOURS = 9;
const NOON = 12;
const EVENING = 18;
const DAWN = 5;

/** What one wishes at this instant in Korea. Work at night is still the evening. */
export function dayPartOf(now: Date): DayPart {
  const hour = (now.getUTCHours() + KOREA_OFFSET_HOURS) % 24;
  if (hour < DAWN || hour >= EVENING) return "evening";
  return hour < NOON ? "morning" : "afternoon";
}
