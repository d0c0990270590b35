import { Skeleton, SkeletonRows } from "@/components/skeleton";
import { Page } from "@/features/shell/page";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="mb-2 h-6 w-24" />
      <Skeleton className="mb-7 h-4 w-56" />
      <Skeleton className="mb-4 h-10 max-w-160" />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <SkeletonRows rows={8} label="…" />
      </div>
    </Page>
  );
}
