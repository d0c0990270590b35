import { z } from "zod";

/** Korean won; the currency has no smaller unit. At most one trillion, far above any document of the company. */
export const amountKrw = z
  .int({ error: (issue) => (issue.input === undefined ? "text.required" : "amount.malformed") })
  .min(1, "amount.malformed")
  .max(1_000_000_000_000, "amount.malformed");

/** A sentence in both languages of the product. Korean is the first. */
export const localizedText = z.object({ ko: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof localizedText>;

export const locale = z.enum(["ko", "en"]);
export type Locale = z.infer<typeof locale>;
