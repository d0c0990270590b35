"use client";

import { errorSentence } from "@erp/contracts/errors";
import { type FileView, MAX_FILE_BYTES } from "@erp/contracts/files";
import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/lib/api-error";
import { uploadFile } from "./upload-file";

/** A file on its way, or one that did not arrive; what has arrived is its owner's. */
export type Upload = {
  key: number;
  name: string;
  /** The share that is sent, 0 to 1. */
  sent: number;
  /** Why it did not arrive, in the person's language; null on the way. */
  refusal: string | null;
};

/** Sends files side by side and hands over each that has arrived. What is too large is not sent at all. */
export function useUploads(onArrived: (file: FileView) => void) {
  const locale = useLocale();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const lastKey = useRef(0);

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const change = (key: number, changes: Partial<Upload>) =>
    setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...changes } : each)));

  function remove(key: number) {
    running.current.get(key)?.abort();
    running.current.delete(key);
    setUploads((before) => before.filter((each) => each.key !== key));
  }

  async function send(key: number, file: File): Promise<void> {
    const controller = new AbortController();
    running.current.set(key, controller);
    try {
      const arrived = await uploadFile(file, {
        onProgress: (sent) => change(key, { sent }),
        signal: controller.signal,
      });
      remove(key);
      onArrived(arrived);
    } catch (error) {
      running.current.delete(key);
      change(key, { refusal: sentenceOf(error, locale) });
    }
  }

  /** `refusal` where the files are not taken at all. */
  function add(files: Iterable<File>, refusal: string | null = null) {
    for (const file of files) {
      lastKey.current += 1;
      const key = lastKey.current;
      const reason = refusal ?? (file.size > MAX_FILE_BYTES ? errorSentence("file.too-large", locale) : null);
      setUploads((before) => [...before, { key, name: file.name, sent: 0, refusal: reason }]);
      if (reason === null) void send(key, file);
    }
  }

  return { uploads, isUploading: uploads.some(({ refusal }) => refusal === null), add, remove };
}

export type Uploads = ReturnType<typeof useUploads>;
