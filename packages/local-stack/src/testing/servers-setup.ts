/** Global set-up of the tests that need real servers: starts what does not run yet and leaves the rest as it found it. */
import { listRunningPieces, stopPiecesExcept } from "../portal";
import { startServers } from "../servers";

export default async function setUp(): Promise<() => Promise<void>> {
  const before = await listRunningPieces("test");
  await startServers("test");
  return () => stopPiecesExcept("test", before);
}
