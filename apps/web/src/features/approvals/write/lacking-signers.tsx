"use client";

import { MAX_STEPS, type NamedSigner } from "@erp/contracts/approvals";
import { completedLine, lackingSigners } from "@erp/contracts/line-signers";
import { ShieldAlert, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { usePersonWords } from "../format/use-person-words";
import { type DraftLine, toLineInput } from "./line-changes";

type LackingSignersProps = { line: DraftLine; required: readonly NamedSigner[]; onComplete(line: DraftLine): void };

/** Who is missing by the form's rule, or does not sign as it asks, and the way to put that right at once. */
export function LackingSigners({ line, required, onComplete }: LackingSignersProps) {
  const t = useTranslations("approvals.write.line.lacking");
  const { named } = usePersonWords();
  const lacking = lackingSigners(required, toLineInput(line));
  const completed = completedLine(required, line);
  return (
    <div role="status" className="empty:hidden">
      {lacking.length > 0 && (
        <div className="grid gap-2 rounded-control bg-wait-soft p-3">
          <p className="flex items-start gap-1.5 text-13 font-semibold">
            <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-wait" />
            {t("title")}
          </p>
          <ul className="grid gap-1 pl-5.5 text-13">
            {lacking.map(({ kind, person, problem }) => (
              <li key={person.id}>
                <span className="font-medium">{named(person)}</span>{" "}
                <span className="text-ink-2">{t(problem === "MISSING" ? `MISSING_${kind}` : problem)}</span>
              </li>
            ))}
          </ul>
          {completed === null ? (
            <p className="pl-5.5 text-13 text-ink-2">{t("noRoom", { steps: MAX_STEPS })}</p>
          ) : (
            <Button size="small" className="ml-5.5 justify-self-start" onClick={() => onComplete(completed)}>
              <UserPlus aria-hidden />
              {t("complete")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
