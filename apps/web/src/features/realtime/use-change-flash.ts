"use client";

import { useEffect, useRef, useState } from "react";

const FLASH_MS = 1_200;

/** The class that makes an element flash softly, once, after its version has changed on the screen. */
export function useChangeFlash(version: number | string): string | false {
  const seen = useRef(version);
  const [isFlashing, setIsFlashing] = useState(false);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    setIsFlashing(true);
    const timer = setTimeout(() => setIsFlashing(false), FLASH_MS);
    return () => clearTimeout(timer);
  }, [version]);
  return isFlashing && "animate-flash";
}
