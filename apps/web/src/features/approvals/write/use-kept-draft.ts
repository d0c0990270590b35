"use client";

import type { DocumentId } from "@erp/contracts/ids";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { draftIn } from "./draft-address";

/**
 * The draft that this new document became before the person left it: "back" leads to the page of the new document again,
 * under the address that autosave gave it. Decided once, for the same address comes while one is writing, too.
 */
export function useKeptDraft(): DocumentId | null {
  const pathname = usePathname();
  const [kept] = useState(() => draftIn(pathname));
  return kept;
}
