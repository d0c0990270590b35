import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";

/** Why an act was refused; the document has been read again since. */
export function Refusal({ sentence, className }: { sentence: string | null; className?: string }) {
  const t = useTranslations("approvals.actions");
  return (
    <div role="alert" className={classNames("empty:hidden", className)}>
      {sentence && (
        <p className="flex items-start gap-1.5 text-13 text-no">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {sentence} {t("refreshed")}
        </p>
      )}
    </div>
  );
}
