"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";
import { Button, IconButton } from "./button";

type DialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** `wide` for forms with two columns. */
  width?: "normal" | "wide";
};

export const backdropClass =
  "fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A question or a short form over the page. On a phone it stands at the bottom, where thumbs are. */
export function Dialog({ open, onOpenChange, title, description, children, width = "normal" }: DialogProps) {
  const t = useTranslations("components");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={classNames(
            "fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col overflow-y-auto rounded-t-card border border-line bg-raised p-5 shadow-float outline-none transition-[opacity,transform] duration-150 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 tablet:inset-auto tablet:top-1/2 tablet:left-1/2 tablet:max-h-[85dvh] tablet:-translate-x-1/2 tablet:-translate-y-1/2 tablet:rounded-card tablet:data-ending-style:-translate-y-[calc(50%-8px)] tablet:data-starting-style:-translate-y-[calc(50%-8px)]",
            width === "wide" ? "tablet:w-[640px]" : "tablet:w-[440px]",
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div className="min-w-0">
              <Base.Title className="text-16 font-bold">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton label={t("close")} icon={<X />} className="-mt-1.5 -mr-1.5" />} />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons at the end of a dialog: the way out left, what happens right. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap justify-end gap-2">{children}</div>;
}

type SubmitActionsProps = { onCancel(): void; look: "primary" | "danger"; busy: boolean; children: ReactNode };

/** The end of a form in a dialog: leave it, or send it. */
export function SubmitActions({ onCancel, look, busy, children }: SubmitActionsProps) {
  const t = useTranslations("components");
  return (
    <DialogActions>
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <Button type="submit" look={look} busy={busy}>
        {children}
      </Button>
    </DialogActions>
  );
}
