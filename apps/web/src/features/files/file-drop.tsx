"use client";

import { fileType } from "@erp/contracts/files";
import { Paperclip } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { buttonClass } from "@/components/button";
import { classNames } from "@/lib/class-names";

type FileDropProps = { label: string; hint: string; onFiles(files: readonly File[]): void; children?: ReactNode };

/** Files by choosing, which a phone offers its camera for, or by dropping them here. */
export function FileDrop({ label, hint, onFiles, children }: FileDropProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its twin in the button for keyboards
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classNames(
        "grid gap-2 rounded-control border border-dashed p-3",
        isOver ? "border-accent bg-hover" : "border-line-strong",
      )}
    >
      {children}
      <span className="relative flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <input
          id={id}
          type="file"
          multiple
          accept={fileType.options.join(",")}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])]);
            // The same file can be chosen again after it was taken out.
            target.value = "";
          }}
          className="peer sr-only"
        />
        {/* The browser's own button speaks the browser's language. */}
        <label htmlFor={id} className={buttonClass("plain", "normal", "cursor-pointer peer-focus-visible:outline-2")}>
          <Paperclip aria-hidden />
          {label}
        </label>
        <span id={`${id}-hint`} className="min-w-40 flex-1 text-12 text-ink-3">
          {hint}
        </span>
      </span>
    </div>
  );
}
