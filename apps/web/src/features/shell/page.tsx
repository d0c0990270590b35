import type { ReactNode } from "react";

/** The usual width and margins of a page; pages with panes of their own go without. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-[1240px] px-4 py-5 tablet:px-7">{children}</div>;
}
