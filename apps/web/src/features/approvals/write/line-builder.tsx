"use client";

import { MAX_STEPS, type NamedSigner } from "@erp/contracts/approvals";
import { CircleAlert, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/button";
import { useAnnounce } from "@/components/live-region";
import { useMe } from "@/features/shell/me";
import { LackingSigners } from "./lacking-signers";
import { changeLine, type DraftLine, type LineChange, stepKey } from "./line-changes";
import { LineStep } from "./line-step";
import { PersonSearch } from "./person-search";
import { SavedLinesMenu } from "./saved-lines-menu";
import { useStepDrag } from "./use-step-drag";

type LineBuilderProps = {
  line: DraftLine;
  error: string | undefined;
  suggestion: {
    hasFailed: boolean;
    required: readonly NamedSigner[];
    enforced: readonly NamedSigner[];
    restore: (() => void) | null;
  };
  onChange(line: DraftLine): void;
};

/** Who decides, in which order: steps to add, stack, move by handle or arrow keys, and remove. */
export function LineBuilder({ line, error, suggestion, onChange }: LineBuilderProps) {
  const t = useTranslations("approvals.write.line");
  const me = useMe();
  const announce = useAnnounce();
  const required = new Set(suggestion.required.map(({ person }) => person.id));
  const change = (each: LineChange) => {
    onChange(changeLine(line, each));
    if (each.type === "remove-person" && required.has(each.personId)) announce(t("requiredRemoved"));
  };
  const move = (from: number, to: number) => {
    const moved = line[from];
    if (moved === undefined || line[to] === undefined) return;
    change({ type: "move-step", from, to });
    announce(t("moved", { name: moved.approvers[0]?.name ?? "", step: to + 1 }));
  };
  const { handleProps, draggedIndex } = useStepDrag(move);
  const taken = [me.id, ...line.flatMap(({ approvers }) => approvers.map(({ id }) => id))];
  return (
    <section aria-labelledby="line-title" className="grid gap-2.5">
      <header className="flex min-h-8 items-center justify-between gap-2">
        <h2 id="line-title" className="text-14 font-semibold">
          {t("title")}
        </h2>
        <SavedLinesMenu line={line} onPick={(picked) => change({ type: "replace", line: picked })} />
      </header>
      <p className="text-13 text-ink-3">
        {suggestion.hasFailed ? t("suggestFailed") : t("hint")} {required.size > 0 && t("requiredHint")}
      </p>
      <LackingSigners
        line={line}
        required={suggestion.enforced}
        onComplete={(completed) => change({ type: "replace", line: completed })}
      />
      {suggestion.restore && (
        <Button look="quiet" size="small" onClick={suggestion.restore} className="justify-self-start text-accent">
          <Sparkles aria-hidden />
          {t("useSuggested")}
        </Button>
      )}
      {line.length > 0 && (
        <ol className="grid gap-2">
          {line.map((step, index) => (
            <LineStep
              key={stepKey(step)}
              step={step}
              index={index}
              isDragged={draggedIndex === index}
              taken={taken}
              required={required}
              handle={{ ...handleProps(index), onKeyDown: (event) => moveByKey(event, index, move) }}
              onChange={change}
            />
          ))}
        </ol>
      )}
      {line.length < MAX_STEPS ? (
        <PersonSearch label={t("add")} without={taken} onPick={(person) => change({ type: "add-step", person })} />
      ) : (
        <p className="text-13 text-ink-3">{t("full")}</p>
      )}
      <p role="alert" className="flex items-start gap-1 text-12 text-no empty:hidden">
        {error && <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />}
        {error}
      </p>
    </section>
  );
}

/** The arrow keys on a handle; the handle keeps the focus wherever its step goes. */
function moveByKey(
  event: KeyboardEvent<HTMLButtonElement>,
  index: number,
  move: (from: number, to: number) => void,
): void {
  const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (direction === undefined) return;
  event.preventDefault();
  const handle = event.currentTarget;
  move(index, index + direction);
  requestAnimationFrame(() => handle.focus());
}
