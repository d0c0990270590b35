/** True for MongoDB's error 11000. FerretDB sends no `keyPattern` with it, so nothing else may be read from it. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 11_000;
}
