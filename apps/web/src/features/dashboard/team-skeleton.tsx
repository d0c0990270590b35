import { Skeleton } from "@/components/skeleton";

const PLACES = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

/** The faces of a team before they are known. */
export function TeamSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="grid grid-cols-[repeat(auto-fill,minmax(60px,1fr))] gap-x-1 gap-y-2.5">
      <span className="sr-only">{label}</span>
      {PLACES.map((place) => (
        <span key={place} className="grid h-14 place-content-center justify-items-center gap-1.5">
          <Skeleton className="size-8 rounded-full" />
          <Skeleton className="h-3 w-10" />
        </span>
      ))}
    </div>
  );
}
