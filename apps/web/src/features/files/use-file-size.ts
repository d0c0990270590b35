"use client";

import { useFormatter } from "next-intl";

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** "1.2 MB", "340 KB" */
export function useFileSize() {
  const format = useFormatter();
  return (bytes: number): string =>
    bytes >= MEGABYTE
      ? `${format.number(bytes / MEGABYTE, { maximumFractionDigits: 1 })} MB`
      : `${format.number(Math.max(1, Math.round(bytes / KILOBYTE)))} KB`;
}
