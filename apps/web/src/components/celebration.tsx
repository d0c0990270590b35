"use client";

import { PartyPopper } from "lucide-react";
import type { CSSProperties } from "react";

const SPARKS = 14;
const grounds = ["bg-accent", "bg-ok", "bg-wait", "bg-info", "bg-seal"];

/** A reward was earned: one sentence, and at the moment it happens a burst. For the rare moments that deserve it. */
export function Celebration({ sentence, bursts }: { sentence: string; bursts: boolean }) {
  return (
    <div role="status" className="relative flex items-center gap-2.5 rounded-control bg-ok-soft px-3 py-2 text-ok">
      <span aria-hidden className="relative grid size-6 shrink-0 place-items-center">
        <PartyPopper className="size-5" />
        {bursts && <Burst />}
      </span>
      <span className="font-semibold">{sentence}</span>
    </div>
  );
}

function Burst() {
  return Array.from({ length: SPARKS }, (_, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: sparks have no identity
      key={index}
      style={{ "--turn": `${index / SPARKS}turn`, "--reach": `${28 + (index % 3) * 12}px` } as CSSProperties}
      className={`pointer-events-none absolute size-1.5 animate-burst rounded-full opacity-0 ${grounds[index % grounds.length]}`}
    />
  ));
}
