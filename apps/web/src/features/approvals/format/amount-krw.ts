import type { Locale } from "@erp/contracts/units";

/** "1,280,000원" or "₩1,280,000". */
export function formatKrw(amountKrw: number, locale: Locale): string {
  return locale === "ko" ? `${groupDigits(amountKrw)}원` : `₩${groupDigits(amountKrw)}`;
}

export function groupDigits(amountKrw: number): string {
  return amountKrw.toLocaleString("en-US");
}

/** Where the caret stands once `typed` is shown as `shown`: after as many digits as before, however they are grouped. */
export function caretAfterGrouping(typed: string, caret: number, shown: string): number {
  const digits = typed.slice(0, caret).replaceAll(/\D/g, "").length;
  const leadingZeros = Math.max(0, typed.replaceAll(/\D/g, "").length - shown.replaceAll(/\D/g, "").length);
  let left = Math.max(0, digits - leadingZeros);
  let place = 0;
  for (; left > 0 && place < shown.length; place += 1) if (/\d/.test(shown[place] ?? "")) left -= 1;
  return place;
}

/** What a person typed or pasted ("1,280,000", "₩ 1280000", "128만원") in won; null when it is no amount. */
export function parseKrw(typed: string): number | null {
  const text = typed.replaceAll(/[\s,₩원]/g, "");
  const parts = /^(?:(\d+)억)?(?:(\d+)만)?(\d+)?$/.exec(text);
  if (text === "" || parts === null) return null;
  const [hundredMillions, tenThousands, ones] = parts.slice(1).map((digits) => Number(digits ?? 0));
  const amountKrw = (hundredMillions ?? 0) * 100_000_000 + (tenThousands ?? 0) * 10_000 + (ones ?? 0);
  return Number.isSafeInteger(amountKrw) ? amountKrw : null;
}

/** The amount as it is said, "1억 2,800만 원": a second look at the zeros. Null below 10,000, where there is nothing to say. */
export function sayKrw(amountKrw: number): string | null {
  if (amountKrw < 10_000) return null;
  const units: [size: number, name: string][] = [
    [1_000_000_000_000, "조"],
    [100_000_000, "억"],
    [10_000, "만"],
    [1, ""],
  ];
  let rest = amountKrw;
  const said = units.map(([size, name]) => {
    const count = Math.floor(rest / size);
    rest %= size;
    return count === 0 ? null : `${groupDigits(count)}${name}`;
  });
  return `${said.filter((part) => part !== null).join(" ")} 원`;
}
