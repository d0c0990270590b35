"use client";

import type { Box, DocumentCard } from "@erp/contracts/approvals";
import { useState } from "react";

/** The documents ticked in a list. Another box begins without any; a document that has left the list is not ticked any more. */
export function useSelection(box: Box, rows: readonly DocumentCard[]) {
  const [chosen, setChosen] = useState<{ box: Box; ids: ReadonlySet<string> }>({ box, ids: new Set() });
  const ids = chosen.box === box ? chosen.ids : new Set<string>();
  return {
    selected: rows.filter(({ id }) => ids.has(id)),
    isSelected: (id: string) => ids.has(id),
    toggle: (id: string) =>
      setChosen({ box, ids: new Set(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]) }),
    clear: () => setChosen({ box, ids: new Set() }),
  };
}

export type Selection = ReturnType<typeof useSelection>;
