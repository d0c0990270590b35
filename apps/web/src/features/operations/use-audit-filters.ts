"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type AuditFilters, auditFiltersQuery, readAuditFilters } from "./audit-filters";

type Change = { [Name in keyof AuditFilters]?: AuditFilters[Name] | undefined };

/** The filters of the address, and how to change some of them without asking the server for a page. */
export function useAuditFilters() {
  const params = useSearchParams();
  const filters = useMemo(() => readAuditFilters(params), [params]);
  const replace = (next: AuditFilters) =>
    window.history.replaceState(null, "", window.location.pathname + auditFiltersQuery(next));
  return {
    filters,
    change: (changed: Change) => {
      const current = readAuditFilters(new URLSearchParams(window.location.search));
      replace({ ...current, ...changed } as AuditFilters);
    },
    clear: () => replace({}),
  };
}
