import { traceMongo } from "@erp/telemetry/trace-stores";
import { isTracing } from "@erp/telemetry/tracing";
import mongoose, { type Connection } from "mongoose";

/**
 * Opens MongoDB 8 (or FerretDB 2.7, which lacks transactions and change streams: neither is used, see ADR 0003).
 * Rejects when the server cannot be reached within five seconds.
 */
export async function openMongo(url: string, poolSize = 32): Promise<Connection> {
  const connection = await mongoose
    .createConnection(url, {
      maxPoolSize: poolSize,
      serverSelectionTimeoutMS: 5000,
      autoIndex: false,
      autoCreate: false,
      retryWrites: false,
      monitorCommands: isTracing(),
    })
    .asPromise();
  if (isTracing()) traceMongo(connection.getClient());
  return connection;
}
