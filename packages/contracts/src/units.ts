import { z } from "zod";

/** Korean won; the currency has no smaller unit. At most one trillion, far above any document of the company. */
export const amountKrw = z.int().min(1).max(1_000_000_000_000);

/** A sentence in both languages of the product. Korean is the first. */
export const localizedText = z.object({ ko: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof localizedText>;

export const locale = z.enum(["ko", "en"]);
export type Locale = z.infer<typeof locale>;
