/** Global set-up of the end-to-end tests: the built portal with its demo company, on the test profile's servers. */
import { listRunningPieces, startPortal, stopPiecesExcept } from "../portal";

export default async function setUp(): Promise<() => Promise<void>> {
  const before = await listRunningPieces("test");
  const portal = await startPortal("test", { withBrowser: true });
  process.env.DEMO_PASSWORD = portal.password;
  process.env.DEMO_ACCOUNTS = JSON.stringify(portal.accounts);
  return () => stopPiecesExcept("test", before);
}
