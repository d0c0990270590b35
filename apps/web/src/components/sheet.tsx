"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "./button";
import { backdropClass } from "./dialog";

type SheetProps = { open: boolean; onOpenChange(open: boolean): void; title: ReactNode; children: ReactNode };

/** A panel from the right for longer work beside the page; from below on a phone. */
export function Sheet({ open, onOpenChange, title, children }: SheetProps) {
  const t = useTranslations("components");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className="fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col overflow-y-auto rounded-t-card border border-line bg-raised p-5 shadow-float outline-none transition-transform duration-180 data-ending-style:translate-y-full data-starting-style:translate-y-full tablet:inset-x-auto tablet:inset-y-0 tablet:right-0 tablet:max-h-none tablet:w-[440px] tablet:rounded-none tablet:border-y-0 tablet:border-r-0 tablet:data-ending-style:translate-x-full tablet:data-ending-style:translate-y-0 tablet:data-starting-style:translate-x-full tablet:data-starting-style:translate-y-0">
          <div className="mb-4 flex items-center justify-between gap-4">
            <Base.Title className="text-16 font-bold">{title}</Base.Title>
            <Base.Close render={<IconButton label={t("close")} icon={<X />} className="-mr-1.5" />} />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
