import { Skeleton } from "./skeleton";

const ROWS = ["first", "second", "third"];

/** The three rows of a card before they are known. */
export function CardSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="divide-y divide-line">
      <span className="sr-only">{label}</span>
      {ROWS.map((row) => (
        <div key={row} className="flex h-[61px] items-center gap-2.5">
          <Skeleton className="size-8 rounded-full" />
          <span className="grid flex-1 gap-1.5">
            <Skeleton className="h-3.5 w-1/2" />
            <Skeleton className="h-3 w-1/3" />
          </span>
        </div>
      ))}
    </div>
  );
}
