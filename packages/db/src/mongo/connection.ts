import mongoose, { type Connection } from "mongoose";

/**
 * Opens MongoDB 8 (or FerretDB 2.7, which lacks transactions and change streams: neither is used, see ADR 0003).
 * Rejects when the server cannot be reached within five seconds.
 */
export function openMongo(url: string, poolSize = 32): Promise<Connection> {
  return mongoose
    .createConnection(url, {
      maxPoolSize: poolSize,
      serverSelectionTimeoutMS: 5000,
      autoIndex: false,
      autoCreate: false,
      retryWrites: false,
    })
    .asPromise();
}
