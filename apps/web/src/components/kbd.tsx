import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={classNames(
        "rounded-[4px] border border-current px-1 py-0.5 font-mono text-12 leading-none font-semibold",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
