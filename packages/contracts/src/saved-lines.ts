import { z } from "zod";
import { lineInput, suggestedLine } from "./approvals";
import { personView } from "./employees";
import { savedLineId } from "./ids";
import { line as textLine } from "./text";

/** As many as somebody can still tell apart in a menu. */
export const MAX_SAVED_LINES = 20;

const name = textLine(40);

export const saveLineInput = z.strictObject({ name, line: lineInput });
export type SaveLineInput = z.infer<typeof saveLineInput>;

export const renameSavedLineInput = z.strictObject({ savedLineId, name });
export type RenameSavedLineInput = z.infer<typeof renameSavedLineInput>;

export const savedLineByIdInput = z.strictObject({ savedLineId });
export type SavedLineByIdInput = z.infer<typeof savedLineByIdInput>;

/** A line that somebody keeps for their documents to come: `line` without the people of it who have left, who are `leavers`. */
export const savedLineView = z.object({
  id: savedLineId,
  name: z.string(),
  line: suggestedLine,
  leavers: z.array(personView),
});
export type SavedLineView = z.infer<typeof savedLineView>;

/** In the order in which they were saved. */
export const savedLines = z.array(savedLineView);
export type SavedLines = z.infer<typeof savedLines>;
