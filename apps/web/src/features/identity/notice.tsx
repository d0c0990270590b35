import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

/** What the page before has done, for people who come back to sign in. */
export function Notice({ done }: { done: string | null }) {
  const t = useTranslations("identity");
  if (done !== "confirm" && done !== "reset") return null;
  return (
    <p role="status" className="mb-3 flex items-center gap-2 rounded-control bg-ok-soft px-3 py-2.5 text-ok">
      <CircleCheck aria-hidden className="size-4 shrink-0" />
      {t(`${done}.done`)}
    </p>
  );
}
