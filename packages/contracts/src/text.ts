import { z } from "zod";

/** A required line of text: trimmed, at least one character. The message key is what the form shows. */
export function line(maxLength: number) {
  return z.string().trim().min(1, "text.required").max(maxLength, "text.too-long");
}

/** Optional free text over several lines; trimmed, may be empty. */
export function paragraphs(maxLength: number) {
  return z.string().trim().max(maxLength, "text.too-long");
}

export const email = z.string().trim().toLowerCase().pipe(z.email("email.malformed").max(254));

/** What a person typed into a search box; matched literally, never as a pattern. */
export const searchText = z.string().trim().max(100);
