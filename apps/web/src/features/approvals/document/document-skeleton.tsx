import { Skeleton } from "@/components/skeleton";

/** As big as a document's paper, so that nothing jumps when it arrives. */
export function DocumentSkeleton({ label }: { label: string }) {
  return (
    <div
      role="status"
      className="m-3 flex flex-1 flex-col gap-4 rounded-card border border-line bg-surface p-6 tablet:mx-5.5 tablet:my-4.5"
    >
      <span className="sr-only">{label}</span>
      <div className="flex justify-between gap-5">
        <div className="grid content-start gap-2.5">
          <Skeleton className="h-3.5 w-36" />
          <Skeleton className="h-6 w-64 max-w-full" />
          <Skeleton className="h-5 w-40 rounded-full" />
        </div>
        <Skeleton className="h-28 w-64 max-tablet:hidden" />
      </div>
      {["w-48", "w-72", "w-60", "w-80"].map((width) => (
        <Skeleton key={width} className={`h-4 max-w-full ${width}`} />
      ))}
    </div>
  );
}
