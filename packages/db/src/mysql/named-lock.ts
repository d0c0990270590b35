import type { DataSource } from "typeorm";

/** A lock of MySQL that lives exactly as long as its connection: a program that dies gives it back. */
export type NamedLock = {
  /** False once the connection, and the lock with it, is gone. */
  isHeld(): Promise<boolean>;
  release(): void;
};

/** A silent holder (its machine lost power) is disconnected by the server after this long (seconds). */
const SILENCE_LIMIT_SECONDS = 15;

/**
 * Takes the lock on a connection of its own, waiting up to `waitSeconds` for whoever holds it; null when it stays taken.
 * Locks are per server, so the name is made unique by the database's. The holder must ask `isHeld` every few seconds.
 */
export async function takeNamedLock(source: DataSource, name: string, waitSeconds: number): Promise<NamedLock | null> {
  const runner = source.createQueryRunner();
  const connection = (await runner.connect()) as { destroy(): void };
  let isOpen = true;
  const close = () => {
    isOpen = false;
    // Not given back to the pool: the session has its own timeout, and perhaps still the lock.
    connection.destroy();
  };
  const ask = async (sql: string, parameters: unknown[] = []): Promise<boolean> => {
    const [row] = (await runner.query(sql, parameters)) as { answer: number | null }[];
    return Number(row?.answer) === 1;
  };
  try {
    await runner.query(`SET SESSION wait_timeout = ${SILENCE_LIMIT_SECONDS}`);
    const isTaken = await ask("SELECT GET_LOCK(CONCAT(DATABASE(), ':', ?), ?) AS answer", [name, waitSeconds]);
    if (!isTaken) {
      close();
      return null;
    }
  } catch (error) {
    close();
    throw error;
  }
  const isHeld = () => ask("SELECT IS_USED_LOCK(CONCAT(DATABASE(), ':', ?)) = CONNECTION_ID() AS answer", [name]);
  return {
    isHeld: () => (isOpen ? isHeld().catch(() => false) : Promise.resolve(false)),
    release: close,
  };
}
