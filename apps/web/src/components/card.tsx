import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/lib/class-names";

/** A white area with a one-pixel border. `action` stands at the right of the title, usually a link onwards. */
export function Card({
  title,
  action,
  className,
  children,
  ...rest
}: Omit<Omit<ComponentProps<"section">, "title">, "title"> & { title?: ReactNode; action?: ReactNode }) {
  return (
    <section
      {...rest}
      className={classNames("flex min-w-0 flex-col gap-2.5 rounded-card border border-line bg-surface p-4", className)}
    >
      {(title || action) && (
        <header className="flex items-center justify-between gap-3">
          <h2 className="text-14 font-semibold">{title}</h2>
          {action}
        </header>
      )}
      {children}
    </section>
  );
}
