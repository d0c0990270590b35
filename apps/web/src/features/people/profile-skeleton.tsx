import { Skeleton } from "@/components/skeleton";

/** As high as the head and the two cards that will stand there. */
export function ProfileSkeleton() {
  return (
    <div aria-busy>
      <Skeleton className="mb-3 h-5 w-20" />
      <Skeleton className="mb-5 h-29 rounded-card" />
      <div className="grid gap-4 desktop:grid-cols-2">
        <Skeleton className="h-44 rounded-card" />
        <Skeleton className="h-44 rounded-card" />
      </div>
    </div>
  );
}
