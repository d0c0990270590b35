"use client";

import type { RosterEntry } from "@erp/contracts/employees";
import Link from "next/link";
import { Avatar } from "@/components/avatar";
import { usePersonWords } from "@/features/approvals/format/use-person-words";

/** Who the line is about, and the way to their ledger. */
export function PersonCell({ person }: { person: RosterEntry }) {
  const { named, department } = usePersonWords();
  return (
    <Link href={`/admin/leave/${person.id}`} className="flex min-w-0 items-center gap-3 rounded-small hover:underline">
      <Avatar id={person.id} name={person.name} />
      <span className="min-w-0">
        <span className="block truncate font-semibold">{named(person)}</span>
        <span className="block truncate text-12 text-ink-3">{department(person)}</span>
      </span>
    </Link>
  );
}
