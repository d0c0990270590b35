import { type Collection, type Connection, type Model, Schema } from "mongoose";

/** The last number given out in a series: `EXP-2026`. */
export type Counter = { _id: string; value: number };

const counter = new Schema<Counter>(
  { _id: { type: String, required: true }, value: { type: Number, required: true } },
  { collection: "counters", versionKey: false, strict: "throw" },
);

export function counterModel(connection: Connection): Model<Counter> {
  return connection.models.counter ?? connection.model<Counter>("counter", counter);
}

/** The same counters without mongoose in between, for the numbers that every submission draws. */
export function counterCollection(connection: Connection): Collection<Counter> {
  return counterModel(connection).collection as unknown as Collection<Counter>;
}
