import { classNames } from "@/lib/class-names";

/** A grey place of the final size. Give it the width and height of what will stand there. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("block animate-breathe rounded-small bg-line", className)} />;
}

/** Rows of a list that is still being read, each as high as the real ones: avatar, two lines. */
export function SkeletonRows({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity
        <div key={index} className="flex h-14 items-center gap-3 border-b border-line px-4">
          <Skeleton className="size-8 rounded-full" />
          <div className="grid gap-1.5">
            <Skeleton className="h-3.5 w-40" />
            <Skeleton className="h-3 w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
