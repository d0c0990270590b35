"use client";

import { LoaderCircle } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";

/** Reads the next page when the end of the list comes near. */
export function EndOfList({ label, isLoading, onReached }: { label: string; isLoading: boolean; onReached(): void }) {
  const mark = useRef<HTMLDivElement>(null);
  const reach = useEffectEvent(() => !isLoading && onReached());

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a page has come, the end may still be in sight
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && reach(), { rootMargin: "240px" });
    if (mark.current) observer.observe(mark.current);
    return () => observer.disconnect();
  }, [isLoading]);

  return (
    <div ref={mark} role="status" className="flex min-h-12 items-center justify-center gap-2 text-13 text-ink-3">
      {isLoading && (
        <>
          <LoaderCircle aria-hidden className="size-4 animate-turn" />
          {label}
        </>
      )}
    </div>
  );
}
