"use client";

import { useCallback, useRef, useState } from "react";

/** Runs one act at a time: a second click or key press while the first is under way does nothing. */
export function useOneAtATime() {
  const isRunning = useRef(false);
  const [running, setRunning] = useState<string | null>(null);

  const run = useCallback(async (name: string, act: () => Promise<unknown>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setRunning(name);
    try {
      await act();
    } finally {
      isRunning.current = false;
      setRunning(null);
    }
  }, []);

  return { run, running };
}
