import { type Locale, locale } from "@erp/contracts/units";

/** What a browser remembers between visits. Cookies, so that the first byte of a page is already right. */
export const LOCALE_COOKIE = "locale";
export const THEME_COOKIE = "theme";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Korean unless the person chose otherwise. */
export function parseLocale(value: string | undefined): Locale {
  return locale.safeParse(value).data ?? "ko";
}

export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

export function rememberLocale(value: Locale): void {
  remember(LOCALE_COOKIE, value);
}

/** Changes the page at once; the next one comes from the server in the right colours. */
export function applyTheme(value: Theme): void {
  remember(THEME_COOKIE, value);
  if (value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in Safari yet
  document.cookie = `${name}=${value}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}
