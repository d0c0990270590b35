"use client";

import { useEffect, useState } from "react";

const PAUSE_MS = 200;

/** What the person has typed, once they pause: one question to the server instead of one a letter. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
