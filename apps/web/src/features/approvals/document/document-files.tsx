"use client";

import { documentFilePath, type FileView } from "@erp/contracts/files";
import type { DocumentId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { FileLink } from "@/features/files/file-link";

/** The files of a document: pictures to look at, all of them to save. */
export function DocumentFiles({ documentId, files }: { documentId: DocumentId; files: readonly FileView[] }) {
  const t = useTranslations("approvals.files");
  if (files.length === 0) return null;
  const pictures = files.filter(({ type }) => type.startsWith("image/"));
  const pathOf = ({ id }: FileView) => documentFilePath(documentId, id);
  return (
    <section className="mt-5 border-t border-line pt-4">
      <h3 className="text-14 font-semibold">{t("title")}</h3>
      {pictures.length > 0 && (
        <ul className="mt-2.5 flex flex-wrap gap-2">
          {pictures.map((file) => (
            <li key={file.id}>
              {/* biome-ignore lint/performance/noImgElement: Next's image server asks without the reader's session */}
              <img
                src={pathOf(file)}
                alt={file.name}
                loading="lazy"
                className="size-28 rounded-control border border-line bg-bg object-cover tablet:size-36"
              />
            </li>
          ))}
        </ul>
      )}
      <ul className="mt-2.5 flex flex-wrap gap-2">
        {files.map((file) => (
          <li key={file.id} className="max-w-full min-w-0">
            <FileLink file={file} href={pathOf(file)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
