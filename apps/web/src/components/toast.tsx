"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

type ToastData = { meaning: "done" | "failed"; undo?: () => void };

const SHOWN_MS = 5000;

/** Says what just happened: `toast.done("읽음으로 표시했어요", { undo })`, `toast.failed(sentence)`. */
export function useToast() {
  const manager = Base.useToastManager<ToastData>();
  return {
    done: (sentence: string, { undo }: { undo?: () => void } = {}) =>
      manager.add({ description: sentence, data: { meaning: "done", ...(undo && { undo }) } }),
    failed: (sentence: string) => manager.add({ description: sentence, priority: "high", data: { meaning: "failed" } }),
  };
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("components");
  return (
    <Base.Provider timeout={SHOWN_MS} limit={3}>
      {children}
      <Base.Portal>
        {/* At the top: at the bottom stand the buttons of the next decision. */}
        <Base.Viewport
          aria-label={t("messages")}
          className="fixed inset-x-4 top-3 z-50 mx-auto flex max-w-[400px] flex-col gap-2 print:hidden"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts, close } = Base.useToastManager<ToastData>();
  const t = useTranslations("components");
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      aria-label={t("message")}
      className="rounded-control border border-line bg-raised shadow-float transition-[opacity,transform] duration-150 data-ending-style:-translate-y-2 data-ending-style:opacity-0 data-limited:hidden data-starting-style:-translate-y-2 data-starting-style:opacity-0"
    >
      <Base.Content className="flex items-center gap-2.5 py-2 pr-2 pl-3">
        {toast.data?.meaning === "failed" ? (
          <CircleAlert aria-hidden className="size-4.5 shrink-0 text-no" />
        ) : (
          <CircleCheck aria-hidden className="size-4.5 shrink-0 text-ok" />
        )}
        <Base.Description className="min-w-0 flex-1 text-14" />
        {toast.data?.undo && (
          <Base.Action
            className={buttonClass("quiet", "small", "text-accent")}
            onClick={() => {
              toast.data?.undo?.();
              close(toast.id);
            }}
          >
            {t("undo")}
          </Base.Action>
        )}
        <Base.Close
          aria-label={t("close")}
          className="grid size-8 place-items-center rounded-control text-ink-3 hover:bg-hover"
        >
          <X aria-hidden className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
