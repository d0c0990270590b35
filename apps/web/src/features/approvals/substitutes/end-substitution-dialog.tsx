"use client";

import type { SubstitutionView } from "@erp/contracts/substitutions";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { usePersonWords } from "../format/use-person-words";

/** Ends a substitution before its days are over, or before it has begun. */
export function EndSubstitutionDialog({ substitution, onClose }: { substitution: SubstitutionView; onClose(): void }) {
  const t = useTranslations("substitutes");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const { polite } = usePersonWords();
  const end = trpc.substitutions.end.useMutation({
    onSuccess: async () => {
      await cache.substitutions.invalidate();
      toast.done(t("ended", { name: polite([substitution.substitute]) }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("endTitle", { name: polite([substitution.substitute]) })}
      description={t("endHint")}
      confirmLabel={t("end")}
      isDangerous
      busy={end.isPending}
      onConfirm={() => end.mutate({ substitutionId: substitution.id })}
    >
      <p role="alert" className="text-13 text-no empty:hidden">
        {end.error && sentenceOf(end.error, locale)}
      </p>
    </ConfirmDialog>
  );
}
