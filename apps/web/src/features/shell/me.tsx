"use client";

import type { MeView } from "@erp/contracts/employees";
import { createContext, type ReactNode, useContext } from "react";
import { trpc } from "@/lib/trpc";

const MeContext = createContext<MeView | null>(null);

/** The signed-in person. Reads again by itself when somebody changes their name, post or role. */
export function useMe(): MeView {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe is for pages inside the portal");
  return me;
}

export function MeProvider({ me, children }: { me: MeView; children: ReactNode }) {
  const { data } = trpc.employees.me.useQuery(undefined, { initialData: me });
  return <MeContext value={data}>{children}</MeContext>;
}
