"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogActions } from "./dialog";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** What will happen, in a sentence. */
  description: ReactNode;
  /** The act itself, as a verb: "퇴사 처리". */
  confirmLabel: string;
  isDangerous?: boolean;
  busy: boolean;
  onConfirm(): void;
  children?: ReactNode;
};

/** Asks once more before something that is hard to take back. */
export function ConfirmDialog({
  confirmLabel,
  isDangerous = false,
  busy,
  onConfirm,
  children,
  ...dialog
}: ConfirmDialogProps) {
  const t = useTranslations("components");
  return (
    <Dialog {...dialog}>
      {children}
      <DialogActions>
        <Button onClick={() => dialog.onOpenChange(false)}>{t("cancel")}</Button>
        <Button look={isDangerous ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
