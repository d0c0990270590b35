"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "@/lib/class-names";

export const controlClass =
  "w-full min-h-10 rounded-control border border-line-strong bg-raised px-3 text-14 text-ink transition-colors duration-120 hover:border-ink-3 focus-visible:outline-offset-0 aria-invalid:border-no disabled:cursor-not-allowed disabled:opacity-60 data-invalid:border-no";

/** What ties a control to its label, hint and error for assistive technology. */
export type ControlIds = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** A whole sentence in the person's language. */
  error?: string | undefined;
  optionalLabel?: string;
  className?: string;
  children(ids: ControlIds): ReactNode;
};

/** A labelled control with its hint and its error, which takes the hint's place. */
export function Field({ label, hint, error, optionalLabel, className, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error ?? hint);
  return (
    <div className={classNames("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="text-13 font-semibold text-ink-2">
        {label}
        {optionalLabel && <span className="ml-1 font-normal text-ink-3">{optionalLabel}</span>}
      </label>
      {children({ id, "aria-describedby": hasNote ? noteId : undefined, "aria-invalid": error ? true : undefined })}
      {hasNote && (
        <p id={noteId} className={classNames("flex items-start gap-1 text-12", error ? "text-no" : "text-ink-3")}>
          {error && <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />}
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
