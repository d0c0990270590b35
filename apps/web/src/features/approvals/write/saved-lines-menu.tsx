"use client";

import type { SavedLineView } from "@erp/contracts/saved-lines";
import { Bookmark, BookmarkPlus, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/menu";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";
import { usePersonWords } from "../format/use-person-words";
import type { DraftLine } from "./line-changes";
import { SaveLineDialog } from "./save-line-dialog";
import { SavedLinesDialog } from "./saved-lines-dialog";

/** The lines somebody keeps for their documents: to take one, to keep the one just built, to tidy up. */
export function SavedLinesMenu({ line, onPick }: { line: DraftLine; onPick(line: DraftLine): void }) {
  const t = useTranslations("approvals.write.savedLines");
  const toast = useToast();
  const { polite } = usePersonWords();
  const { data: saved } = trpc.savedLines.list.useQuery();
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const pick = (picked: SavedLineView) => {
    onPick(picked.line);
    if (picked.leavers.length > 0) toast.done(t("leaversDropped", { names: polite(picked.leavers) }));
  };
  return (
    <>
      <Menu
        trigger={
          <Button look="quiet" size="small">
            <Bookmark aria-hidden />
            {t("title")}
          </Button>
        }
      >
        {saved?.map((each) => (
          <MenuItem key={each.id} onSelect={() => pick(each)} disabled={each.line.length === 0}>
            <span className="max-w-60 truncate">{each.name}</span>
          </MenuItem>
        ))}
        {saved !== undefined && saved.length > 0 && <MenuSeparator />}
        <MenuItem onSelect={() => setOpen("save")} icon={<BookmarkPlus aria-hidden />} disabled={line.length === 0}>
          {t("saveThis")}
        </MenuItem>
        {saved !== undefined && saved.length > 0 && (
          <MenuItem onSelect={() => setOpen("manage")} icon={<ListChecks aria-hidden />}>
            {t("manage")}
          </MenuItem>
        )}
      </Menu>
      {open === "save" && <SaveLineDialog line={line} onClose={() => setOpen(null)} />}
      {open === "manage" && <SavedLinesDialog onClose={() => setOpen(null)} />}
    </>
  );
}
