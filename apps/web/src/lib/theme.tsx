"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { applyTheme, type Theme } from "./preferences";

const ThemeContext = createContext<[Theme, (theme: Theme) => void]>(["system", applyTheme]);

/** The chosen theme and how to choose another; the colours change without a reload. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return useContext(ThemeContext);
}

export function ThemeProvider({ chosen, children }: { chosen: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(chosen);
  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };
  return <ThemeContext value={[theme, choose]}>{children}</ThemeContext>;
}
