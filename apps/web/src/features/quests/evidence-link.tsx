"use client";

import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import type { EvidenceFile, EvidenceView } from "@erp/contracts/quest-evidence";
import { LoaderCircle, Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useFileSize } from "./use-file-size";

type EvidenceLinkProps = { questId: QuestId; employeeId: EmployeeId; evidence: EvidenceView };

/** The file beside somebody's work; it is read through the checked path when it is asked for, and saved by the browser. */
export function EvidenceLink({ questId, employeeId, evidence }: EvidenceLinkProps) {
  const t = useTranslations("quests.evidence");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const sizeOf = useFileSize();
  const [isReading, setIsReading] = useState(false);
  const read = async () => {
    setIsReading(true);
    try {
      // Not from the cache: the same work may have another file by now.
      save(await cache.quests.evidence.fetch({ questId, employeeId }, { staleTime: 0, gcTime: 0 }));
    } catch (error) {
      toast.failed(sentenceOf(error, locale));
    }
    setIsReading(false);
  };
  const Icon = isReading ? LoaderCircle : Paperclip;
  return (
    <button
      type="button"
      aria-label={t("download", { name: evidence.name })}
      aria-busy={isReading || undefined}
      onClick={() => void (isReading || read())}
      className="flex min-h-8 max-w-full items-center gap-1.5 justify-self-start rounded-control border border-line px-2 text-13 text-ink-2 hover:bg-hover"
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${isReading ? "animate-turn" : ""}`} />
      <span className="truncate">{evidence.name}</span>
      <span className="shrink-0 text-12 text-ink-3">{sizeOf(evidence.size)}</span>
    </button>
  );
}

/** Always saved, never shown in a page of ours: what people upload has no business under our address. */
function save({ name, type, base64 }: EvidenceFile): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
