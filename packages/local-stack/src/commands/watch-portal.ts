import { setTimeout as sleep } from "node:timers/promises";
import { listRunningPieces } from "../portal";
import { isInterrupted, readLogTail } from "../processes";
import { findProfile, type ProfileName } from "../profiles";
import { report } from "../progress";

/** Keeps the command in the foreground and says so when a part of the portal ends by itself. */
export async function watchPortal(name: ProfileName): Promise<number> {
  report("running; Ctrl-C stops it");
  let known = await listRunningPieces(name);
  while (known.length > 0) {
    await sleep(2_000);
    if (isInterrupted()) return 0;
    const running = await listRunningPieces(name);
    for (const piece of known.filter((before) => !running.includes(before))) {
      report(`${piece} has ended. Its last lines:\n${readLogTail(findProfile(name), piece, 10)}`);
    }
    known = running;
  }
  return 0;
}
