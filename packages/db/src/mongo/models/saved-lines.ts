import type { LineStepInput } from "@erp/contracts/approvals";
import type { EmployeeId, SavedLineId } from "@erp/contracts/ids";
import { type Connection, type Model, Schema } from "mongoose";

export type StoredSavedLine = { id: SavedLineId; name: string; steps: LineStepInput[] };

/** All lines that somebody keeps; one document, so that their number and names are checked in one atomic change. */
export type StoredSavedLines = {
  _id: EmployeeId;
  /** Grows by one with every change. */
  version: number;
  lines: StoredSavedLine[];
};

const savedLines = new Schema<StoredSavedLines>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    lines: { type: Schema.Types.Mixed, default: [] },
  },
  { collection: "saved_lines", versionKey: false, strict: "throw", minimize: false },
);

export function savedLinesModel(connection: Connection): Model<StoredSavedLines> {
  return connection.models.savedLines ?? connection.model<StoredSavedLines>("savedLines", savedLines);
}
