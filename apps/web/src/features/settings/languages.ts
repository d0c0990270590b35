import type { Locale } from "@erp/contracts/units";
import { useRouter } from "next/navigation";
import { rememberLocale } from "@/lib/preferences";

/** Each language in its own words, for people who cannot read the other. */
export const languageNames = [
  { value: "ko", label: "한국어" },
  { value: "en", label: "English" },
] as const;

/** The page is drawn again in the chosen language, without a reload. */
export function useChooseLanguage(): (language: Locale) => void {
  const router = useRouter();
  return (language) => {
    rememberLocale(language);
    router.refresh();
  };
}
