"use client";

import type { FileView } from "@erp/contracts/files";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFileSize } from "./use-file-size";

/** A file by its name and size. Following the link saves it: what people upload is never opened under our address. */
export function FileLink({ file, href }: { file: FileView; href: string }) {
  const t = useTranslations("files");
  const sizeOf = useFileSize();
  return (
    <a
      href={href}
      download={file.name}
      aria-label={t("download", { name: file.name })}
      className="flex min-h-8 max-w-full min-w-0 items-center gap-1.5 justify-self-start rounded-control border border-line px-2 text-13 text-ink-2 hover:bg-hover"
    >
      <Paperclip aria-hidden className="size-4 shrink-0" />
      <span className="truncate">{file.name}</span>
      <span className="shrink-0 text-12 text-ink-3">{sizeOf(file.size)}</span>
    </a>
  );
}
