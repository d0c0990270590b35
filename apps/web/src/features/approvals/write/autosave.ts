export type AutosaveState = "untouched" | "saving" | "saved" | "failed" | "conflict";

/** How long the person must pause, and how long to wait before another try. */
export const PAUSE_MS = 800;
export const RETRY_MS = 5_000;

type AutosaveOptions<Content> = {
  save(content: Content): Promise<void>;
  /** A conflict is final: this window must not write over what another one wrote. */
  isConflict(error: unknown): boolean;
  onState(state: AutosaveState): void;
};

/** Saves the newest content after a pause, one save at a time, and tries again when the server was away. */
export function createAutosave<Content>({ save, isConflict, onState }: AutosaveOptions<Content>) {
  let newest: { content: Content } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function schedule(delayMs: number) {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void settle(), delayMs);
  }

  async function saveNewest(unsaved: { content: Content }): Promise<void> {
    newest = null;
    onState("saving");
    try {
      await save(unsaved.content);
      onState("saved");
    } catch (error) {
      if (isConflict(error)) isStopped = true;
      onState(isStopped ? "conflict" : "failed");
      newest ??= unsaved;
      schedule(RETRY_MS);
      throw error;
    }
  }

  /** Saves what is not saved yet. False when that failed. */
  async function settle(): Promise<boolean> {
    clearTimeout(timer);
    try {
      while (running !== null || (newest !== null && !isStopped)) {
        if (running === null && newest !== null) running = saveNewest(newest).finally(() => (running = null));
        await running;
      }
      return newest === null;
    } catch {
      return false;
    }
  }

  return {
    touch(content: Content) {
      if (isStopped) return;
      newest = { content };
      schedule(PAUSE_MS);
    },
    settle,
    /** What was typed last but not saved is given up: the document was submitted or discarded. */
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

export type Autosave<Content> = ReturnType<typeof createAutosave<Content>>;
