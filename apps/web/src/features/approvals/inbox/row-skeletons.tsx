import { Skeleton } from "@/components/skeleton";

const ROWS = ["one", "two", "three", "four", "five", "six"];

/** Rows of a box before they are known, as high as the real ones. */
export function RowSkeletons({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {ROWS.map((row) => (
        <div key={row} className="flex h-[83px] gap-3 border-b border-line px-3.5 py-2.5">
          <Skeleton className="size-8 shrink-0 rounded-control" />
          <div className="grid flex-1 content-start gap-2">
            <Skeleton className="mt-1 h-3.5 w-3/5" />
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-1/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
