import type { ReactNode } from "react";

/** The card of the pages before the sign-in: title, one sentence, a form, and other ways to go. */
export function EntranceCard({
  title,
  subtitle,
  children,
  footer,
}: {
  title: string;
  subtitle: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <>
      <section className="rounded-card border border-line bg-surface p-6">
        <h1 className="text-20 font-bold">{title}</h1>
        <p className="mt-1 mb-5 text-ink-2">{subtitle}</p>
        {children}
      </section>
      {footer && <footer className="mt-4 text-center text-13 text-ink-2">{footer}</footer>}
    </>
  );
}

export const entranceLinkClass = "font-semibold text-accent underline-offset-4 hover:underline";
