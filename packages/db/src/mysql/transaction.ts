import type { DataSource, EntityManager } from "typeorm";

declare const insideTransaction: unique symbol;

/** An EntityManager inside a transaction. Only `runInTransaction` makes one, so what needs a Tx cannot be called without. */
export type Tx = EntityManager & { readonly [insideTransaction]: true };

const ATTEMPTS = 3;

/**
 * Runs `work` in one transaction, READ COMMITTED as on every connection of ours (data-source.ts). InnoDB may choose a
 * transaction as the victim of a deadlock (1213) and asks to run it again; `work` must therefore have no effect outside
 * the transaction.
 */
export async function runInTransaction<Result>(source: DataSource, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await source.transaction((manager) => work(manager as Tx));
    } catch (error) {
      if (attempt === ATTEMPTS || mysqlErrorNumber(error) !== 1213) throw error;
    }
  }
}

export function isDuplicateKey(error: unknown): boolean {
  return mysqlErrorNumber(error) === 1062;
}

function mysqlErrorNumber(error: unknown): number | undefined {
  return (error as { errno?: number } | null)?.errno;
}
