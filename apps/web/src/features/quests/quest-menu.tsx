"use client";

import type { QuestView } from "@erp/contracts/quests";
import { Ellipsis, Lock, Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/button";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Menu, MenuItem } from "@/components/menu";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { QuestDialog } from "./quest-dialog";

type Open = "edit" | "close" | "remove" | null;

/** What only who manages a quest can do to the offer itself. */
export function QuestMenu({ quest }: { quest: QuestView }) {
  const t = useTranslations("quests");
  const [open, setOpen] = useState<Open>(null);
  const can = (act: "edit" | "close" | "remove") => quest.allowedActions.includes(act);
  if (!can("edit") && !can("close") && !can("remove")) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Menu trigger={<IconButton label={t("manage", { title: quest.title })} icon={<Ellipsis />} className="-m-1.5" />}>
        {can("edit") && (
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setOpen("edit")}>
            {t("edit")}
          </MenuItem>
        )}
        {can("close") && (
          <MenuItem icon={<Lock aria-hidden />} onSelect={() => setOpen("close")}>
            {t("close")}
          </MenuItem>
        )}
        {can("remove") && (
          <MenuItem icon={<Trash2 aria-hidden />} isDangerous onSelect={() => setOpen("remove")}>
            {t("remove")}
          </MenuItem>
        )}
      </Menu>
      {open === "edit" && <QuestDialog quest={quest} onClose={close} />}
      {(open === "close" || open === "remove") && <EndDialog quest={quest} act={open} onClose={close} />}
    </>
  );
}

/** Both are hard to take back, and neither takes anything from whoever has accepted. */
function EndDialog({ quest, act, onClose }: { quest: QuestView; act: "close" | "remove"; onClose(): void }) {
  const t = useTranslations("quests.end");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const mutations = { close: trpc.quests.close.useMutation(), remove: trpc.quests.remove.useMutation() };
  const end = async () => {
    try {
      await mutations[act].mutateAsync({ questId: quest.id });
      toast.done(t(`${act}.done`, { title: quest.title }));
    } catch (error) {
      toast.failed(sentenceOf(error, locale));
    }
    await cache.quests.list.invalidate();
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`${act}.title`)}
      description={t(`${act}.description`)}
      confirmLabel={t(`${act}.confirm`)}
      isDangerous={act === "remove"}
      busy={mutations[act].isPending}
      onConfirm={() => void end()}
    >
      <p className="mb-3 font-semibold">{quest.title}</p>
    </ConfirmDialog>
  );
}
