import { useTranslations } from "next-intl";

/** 한빛: one big light. Two strokes of a ㅎ seen from above, on the accent. */
export function BrandMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      <rect width="24" height="24" rx="6.5" fill="var(--accent)" />
      <g fill="none" stroke="var(--accent-ink)" strokeWidth="2" strokeLinecap="round">
        <path d="M12 4.8v1.4M7 9.2h10" />
        <circle cx="12" cy="15" r="3.6" />
      </g>
    </svg>
  );
}

export function Brand() {
  const t = useTranslations("shell");
  return (
    <span className="flex items-center gap-2.5 text-16 font-bold">
      <BrandMark />
      {t("company")}
    </span>
  );
}
