import { listRunningPieces, type Portal, startPortal, stopPiecesExcept } from "../portal";
import { refuseNewProcesses } from "../processes";
import { report, step } from "../progress";
import { watchPortal } from "./watch-portal";

/** `npm start`: from a fresh clone to a portal that people can sign in to. Stays until Ctrl-C, unless --detach is given. */
export async function runStart(args: string[]): Promise<number> {
  const isDetached = args.includes("--detach");
  const before = await listRunningPieces("demo");
  const stopStarted = () => step("stopped what this command had started", () => stopPiecesExcept("demo", before));
  const interruption = waitForInterruption();
  const work = startPortal("demo").then((portal) => {
    process.stdout.write(describePortal(portal));
    return isDetached ? 0 : watchPortal("demo");
  });
  try {
    const code = await Promise.race([work, interruption]);
    if (!isDetached || code !== 0) await stopStarted();
    return code;
  } catch (error) {
    await stopStarted();
    throw error;
  }
}

/** Ctrl-C, or a polite end from outside, is a normal way to leave. */
function waitForInterruption(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        report(`${signal}: stopping`);
        refuseNewProcesses();
        resolve(signal === "SIGINT" ? 0 : 143);
      });
    }
  });
}

export function describePortal({ environment, accounts, password }: Portal): string {
  const rows = accounts.map(
    ({ email, name, role, department }) => `  ${email.padEnd(32)} ${role.padEnd(12)} ${name} (${department})`,
  );
  return `
The portal is ready: ${environment.PUBLIC_URL}
Sign in as (password of all: ${password})
${rows.join("\n")}
Mails (codes, invitations): ${environment.MAIL_OUTBOX_URL}
Status: npm run status · Stop: npm stop · Begin anew: npm run reset
`;
}
