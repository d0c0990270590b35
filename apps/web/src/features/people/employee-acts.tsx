"use client";

import type { EmployeeDetail } from "@erp/contracts/employees";
import { ArrowLeftRight, BadgeCheck, ChevronDown, MailPlus, Pencil, UserRoundCheck, UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/menu";
import { DeactivateDialog } from "./deactivate-dialog";
import { EditDialog, PromoteDialog, TransferDialog } from "./edit-dialogs";
import { ReactivateDialog } from "./reactivate-dialog";
import { ResendDialog } from "./resend-dialog";

const acts = ["edit", "transfer", "promote", "resend", "deactivate", "reactivate"] as const;
type Act = (typeof acts)[number];

const icons = {
  edit: Pencil,
  transfer: ArrowLeftRight,
  promote: BadgeCheck,
  resend: MailPlus,
  deactivate: UserRoundX,
  reactivate: UserRoundCheck,
};
const dialogs = {
  edit: EditDialog,
  transfer: TransferDialog,
  promote: PromoteDialog,
  resend: ResendDialog,
  deactivate: DeactivateDialog,
  reactivate: ReactivateDialog,
};

/** Everything HR can do with a person, each behind a dialog that says what will happen. */
export function EmployeeActs({ employee }: { employee: EmployeeDetail }) {
  const t = useTranslations("people.acts");
  const [open, setOpen] = useState<Act | null>(null);
  const possible: readonly Act[] =
    employee.status === "LEAVER" ? ["reactivate"] : ["edit", "transfer", "promote", "resend", "deactivate"];
  return (
    <>
      <Menu
        trigger={
          <Button>
            {t("menu")}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {possible.map((act) => {
          const Icon = icons[act];
          return (
            <div key={act}>
              {act === "deactivate" && <MenuSeparator />}
              <MenuItem icon={<Icon aria-hidden />} isDangerous={act === "deactivate"} onSelect={() => setOpen(act)}>
                {t(act)}
              </MenuItem>
            </div>
          );
        })}
      </Menu>
      {acts.map((act) => {
        const ActDialog = dialogs[act];
        return (
          <ActDialog
            key={act}
            employee={employee}
            open={open === act}
            onOpenChange={(isOpen) => setOpen(isOpen ? act : null)}
          />
        );
      })}
    </>
  );
}
