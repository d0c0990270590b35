"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

const AnnounceContext = createContext<(sentence: string) => void>(() => {});

/** Tells screen readers about a change that only shows itself: `const announce = useAnnounce()`. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}

export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: "", times: 0 });
  const announce = useCallback((sentence: string) => setSaid(({ times }) => ({ sentence, times: times + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <p aria-live="polite" className="sr-only">
        {/* A new element even for the same words, or they would not be read out again. */}
        <span key={said.times}>{said.sentence}</span>
      </p>
    </AnnounceContext>
  );
}
