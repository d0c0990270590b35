import type { FileView } from "@erp/contracts/files";

type UploadOptions = {
  /** The share that has left this machine, 0 to 1. */
  onProgress?(share: number): void;
  signal?: AbortSignal;
};

/**
 * Sends one file by the ordinary call `files.upload`. Not through the client of the other calls: `fetch` says nothing
 * about how far it is. Rejects as calls do, with the refusal in `data`; never settles once it was aborted.
 */
export async function uploadFile(file: File, { onProgress, signal }: UploadOptions = {}): Promise<FileView> {
  const body = JSON.stringify({ name: file.name, base64: await readAsBase64(file) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    if (signal?.aborted) return;
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onerror = () => reject(new Error("the server was not reached"));
    request.onload = () => {
      const { result, error } = readAnswer(request.responseText);
      if (result) resolve(result.data);
      else reject(error ?? new Error("the answer was garbled"));
    };
    request.open("POST", "/api/trpc/files.upload");
    request.setRequestHeader("content-type", "application/json");
    request.send(body);
  });
}

type Answer = { result?: { data: FileView }; error?: unknown };

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    // A proxy in between may answer with a page of its own.
    return {};
  }
}

/** The file's content as it travels. */
async function readAsBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = "";
  // In pieces: a call takes so many arguments and no more.
  for (let from = 0; from < bytes.length; from += PIECE)
    letters += String.fromCharCode(...bytes.subarray(from, from + PIECE));
  return btoa(letters);
}

const PIECE = 0x8000;
