import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";

/** No such page, or none that this person may see: the two look alike on purpose. */
export default function NotFound() {
  const t = useTranslations("shell.notFound");
  return (
    <div className="grid min-h-[70dvh] place-items-center px-4">
      <div className="grid justify-items-center gap-2 text-center">
        <Compass aria-hidden className="mb-2 size-9 text-ink-3" strokeWidth={1.5} />
        <h1 className="text-20 font-bold">{t("title")}</h1>
        <p className="mb-4 text-ink-2">{t("sentence")}</p>
        <ButtonLink href="/" look="primary">
          {t("home")}
        </ButtonLink>
      </div>
    </div>
  );
}
