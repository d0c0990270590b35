import { Skeleton } from "@/components/skeleton";
import { Page } from "@/features/shell/page";

/** As big as the editor. */
export function EditorSkeleton({ label }: { label: string }) {
  return (
    <Page>
      <div role="status" className="grid gap-5">
        <span className="sr-only">{label}</span>
        <div className="grid gap-2">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-4 w-72" />
        </div>
        <div className="grid gap-4 desktop:grid-cols-[minmax(0,1fr)_380px]">
          <Skeleton className="h-96 rounded-card" />
          <Skeleton className="h-96 rounded-card" />
        </div>
      </div>
    </Page>
  );
}
