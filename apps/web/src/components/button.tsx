import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "normal" | "large";

const looks: Record<ButtonLook, string> = {
  primary: "border-accent bg-accent text-accent-ink not-disabled:hover:brightness-110",
  plain: "border-line-strong bg-raised text-ink not-disabled:hover:bg-hover",
  quiet: "border-transparent text-ink-2 not-disabled:hover:bg-hover not-disabled:hover:text-ink",
  danger: "border-line-strong bg-raised text-no not-disabled:hover:bg-no-soft",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 text-13",
  normal: "min-h-9 px-3 text-14",
  large: "min-h-12 px-4 text-16",
};

const shape =
  "inline-flex items-center justify-center gap-1.5 rounded-control border font-semibold whitespace-nowrap select-none transition-colors duration-120 disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0";

export function buttonClass(look: ButtonLook = "plain", size: ButtonSize = "normal", className?: string): string {
  return classNames(shape, looks[look], sizes[size], className);
}

type ButtonProps = ComponentProps<"button"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** While true the button turns, says it is busy, and a second click does nothing. */
  busy?: boolean;
};

export function Button({
  look,
  size,
  busy = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, size, classNames(busy && "cursor-progress", className))}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <LoaderCircle aria-hidden className="animate-turn" />}
      {children}
    </button>
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & { look?: ButtonLook; size?: ButtonSize };

/** Looks like a button, is a link: it can be opened in a new tab. */
export function ButtonLink({ look, size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClass(look, size, className)} />;
}

type IconButtonProps = ComponentProps<"button"> & { label: string; icon: ReactNode };

/** A square button whose word is for screen readers; wrap it in a `Tooltip` where the icon alone is not obvious. */
export function IconButton({ label, icon, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={classNames(
        "inline-grid size-9 shrink-0 place-items-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-hover hover:text-ink [&_svg]:size-4.5",
        className,
      )}
    >
      {icon}
    </button>
  );
}
