"use client";

import { MAX_FILES_PER_DOCUMENT } from "@erp/contracts/approvals";
import type { FileView } from "@erp/contracts/files";
import { CircleAlert, Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "@/components/button";
import { FileDrop } from "@/features/files/file-drop";
import { useFileSize } from "@/features/files/use-file-size";
import type { Upload, Uploads } from "@/features/files/use-uploads";

type FilesFieldProps = { files: readonly FileView[]; uploads: Uploads; onRemove(file: FileView): void };

/** The files of a draft: what is there, what is on its way, what did not arrive and why. */
export function FilesField({ files, uploads, onRemove }: FilesFieldProps) {
  const t = useTranslations("approvals.files");
  const sizeOf = useFileSize();
  const taken = files.length + uploads.uploads.filter(({ refusal }) => refusal === null).length;
  const add = (chosen: readonly File[]) => {
    const free = Math.max(0, MAX_FILES_PER_DOCUMENT - taken);
    uploads.add(chosen.slice(0, free));
    uploads.add(chosen.slice(free), t("tooMany", { count: MAX_FILES_PER_DOCUMENT }));
  };
  return (
    <section aria-labelledby="files-title" className="grid gap-1.5">
      <h2 id="files-title" className="text-13 font-semibold text-ink-2">
        {t("title")}
      </h2>
      <FileDrop label={t("add")} hint={t("hint", { count: MAX_FILES_PER_DOCUMENT })} onFiles={add}>
        {taken + uploads.uploads.length > 0 && (
          <ul className="grid gap-1">
            {files.map((file) => (
              <Row key={file.id} name={file.name} onRemove={() => onRemove(file)}>
                <span className="shrink-0 text-12 text-ink-3">{sizeOf(file.size)}</span>
              </Row>
            ))}
            {uploads.uploads.map((upload) => (
              <Row key={upload.key} name={upload.name} onRemove={() => uploads.remove(upload.key)}>
                <UploadState upload={upload} />
              </Row>
            ))}
          </ul>
        )}
      </FileDrop>
    </section>
  );
}

function Row({ name, onRemove, children }: { name: string; onRemove(): void; children: ReactNode }) {
  const t = useTranslations("approvals.files");
  return (
    <li className="flex min-h-9 min-w-0 flex-wrap items-center gap-x-2 text-13">
      <Paperclip aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {children}
      <IconButton label={t("remove", { name })} icon={<X aria-hidden />} onClick={onRemove} />
    </li>
  );
}

function UploadState({ upload: { name, sent, refusal } }: { upload: Upload }) {
  const t = useTranslations("approvals.files");
  if (refusal === null)
    return <progress value={sent} aria-label={t("uploading", { name })} className="h-1.5 w-24 accent-accent" />;
  return (
    <span role="alert" className="flex basis-full items-start gap-1 text-12 text-no order-last">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {refusal}
    </span>
  );
}
