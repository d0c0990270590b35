import { type BuiltInFormCode, type FormCode, isBuiltIn } from "@erp/contracts/approval-forms";
import { CalendarX2, FileText, FolderKanban, type LucideIcon, Palmtree, Receipt, UserRoundPen } from "lucide-react";
import { classNames } from "@/lib/class-names";

const icons: Record<BuiltInFormCode, LucideIcon> = {
  EXPENSE: Receipt,
  PROJECT: FolderKanban,
  ANNUAL_LEAVE: Palmtree,
  LEAVE_CANCELLATION: CalendarX2,
  ATTENDANCE_CORRECTION: UserRoundPen,
};

/** The form's sign in lists; its name stands beside it. */
export function FormIcon({ formCode, className }: { formCode: FormCode; className?: string }) {
  const Icon = isBuiltIn(formCode) ? icons[formCode] : FileText;
  return (
    <span
      aria-hidden
      className={classNames("grid size-8 shrink-0 place-items-center rounded-control bg-hover text-ink-2", className)}
    >
      <Icon className="size-4.5" strokeWidth={1.75} />
    </span>
  );
}
