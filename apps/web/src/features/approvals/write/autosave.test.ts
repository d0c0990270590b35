import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AutosaveState, createAutosave, PAUSE_MS, RETRY_MS } from "./autosave";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** An autosave whose saves take ten milliseconds and fail as told. */
function build(failures: Error[] = []) {
  const saved: string[] = [];
  const states: AutosaveState[] = [];
  const autosave = createAutosave<string>({
    save: async (content) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const failure = failures.shift();
      if (failure) throw failure;
      saved.push(content);
    },
    isConflict: (error) => error instanceof Error && error.message === "conflict",
    onState: (state) => states.push(state),
  });
  return { autosave, saved, states };
}

describe("autosave", () => {
  it("waits for a pause and saves only the newest", async () => {
    const { autosave, saved, states } = build();
    autosave.touch("서");
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    autosave.touch("서버");
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    expect(saved).toEqual(["서버"]);
    expect(states).toEqual(["saving", "saved"]);
  });

  it("settles at once, with what was typed during a save", async () => {
    const { autosave, saved } = build();
    autosave.touch("one");
    const settled = autosave.settle();
    autosave.touch("two");
    await vi.advanceTimersByTimeAsync(100);
    expect(await settled).toBe(true);
    expect(saved).toEqual(["one", "two"]);
  });

  it("tries again after a failure, with the newest content", async () => {
    const { autosave, saved, states } = build([new Error("away")]);
    autosave.touch("kept");
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20);
    expect(states).toEqual(["saving", "failed"]);
    await vi.advanceTimersByTimeAsync(RETRY_MS + 20);
    expect(saved).toEqual(["kept"]);
  });

  it("never writes again after a conflict", async () => {
    const { autosave, saved, states } = build([new Error("conflict")]);
    autosave.touch("mine");
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20);
    expect(states).toEqual(["saving", "conflict"]);
    autosave.touch("again");
    await vi.advanceTimersByTimeAsync(PAUSE_MS + RETRY_MS);
    expect(saved).toEqual([]);
    expect(await autosave.settle()).toBe(false);
  });

  it("gives up what is unsaved when it is stopped", async () => {
    const { autosave, saved } = build();
    autosave.touch("late");
    autosave.stop();
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 50);
    expect(saved).toEqual([]);
  });
});
