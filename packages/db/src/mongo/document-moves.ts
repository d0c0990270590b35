import type { DocumentId, EventId } from "@erp/contracts/ids";
import type { Collection, Connection, mongo } from "mongoose";
import { combine, onePer } from "../combine";
import { isRefusedWhole } from "./combined-writes";
import { type ApprovalDocument, documentCollection } from "./models/approval-document";

type Documents = Collection<ApprovalDocument>;

/** One atomic change of a document that still is at this version. */
export type Move = {
  documentId: DocumentId;
  version: number;
  update: mongo.UpdateFilter<ApprovalDocument>;
  /** The event that announces the move: nobody else's move has it. */
  eventId: EventId;
  /** The hash of the history entry that the move adds; the very same move made twice would have it twice. */
  seal: string;
};

/**
 * Moves documents, those that move at the same moment in one command; each is changed by itself, or not at all. False when
 * the document is no longer at the move's version: nothing was written.
 */
export const movesIn = onePer((mongo: Connection) =>
  combine(async (moves: readonly Move[]): Promise<boolean[]> => {
    const hopeful = new Map<DocumentId, Move>();
    for (const move of moves) if (isAhead(move, hopeful.get(move.documentId))) hopeful.set(move.documentId, move);
    const made = await moveAll(documentCollection(mongo), [...hopeful.values()]);
    return moves.map((move) => made.get(move) ?? false);
  }, isRefusedWhole),
);

/** Versions only grow: of several moves of one document at most the first that has seen its newest version is in time. */
function isAhead({ version }: Move, other: Move | undefined): boolean {
  return other === undefined || version > other.version;
}

/** Each move's answer; the moves are of different documents. */
async function moveAll(documents: Documents, moves: readonly Move[]): Promise<Map<Move, boolean>> {
  const matchedCount = await countMade(documents, moves);
  if (matchedCount === moves.length || matchedCount === 0)
    return new Map(moves.map((move) => [move, matchedCount > 0]));
  return findMade(documents, moves, matchedCount);
}

async function countMade(documents: Documents, moves: readonly Move[]): Promise<number> {
  const updates = moves.map(({ documentId, version, update, eventId }) => ({
    filter: { _id: documentId, version },
    update: marked(update, eventId),
  }));
  const [first, ...others] = updates;
  const result =
    first && others.length === 0
      ? await documents.updateOne(first.filter, first.update)
      : await documents.bulkWrite(
          updates.map((updateOne) => ({ updateOne })),
          { ordered: false },
        );
  return result.matchedCount;
}

function marked({ $set, ...others }: Move["update"], lastMoveId: EventId): mongo.UpdateFilter<ApprovalDocument> {
  return { ...others, $set: { ...$set, lastMoveId } };
}

/**
 * The answer does not say which documents were passed over; they do. A document whose last move is another one, and whose
 * history has this one all the same, has moved on since, or has been moved so by somebody else in the same millisecond: the
 * number of moves made tells which. Where it does not, the move is answered as late, and whoever looks again finds it made.
 */
async function findMade(documents: Documents, moves: readonly Move[], made: number): Promise<Map<Move, boolean>> {
  const moved = await documents
    .find<Pick<ApprovalDocument, "_id" | "history" | "lastMoveId">>(
      { _id: { $in: moves.map(({ documentId }) => documentId) } },
      { projection: { "history.hash": 1, lastMoveId: 1 } },
    )
    .toArray();
  const lastMoves = new Set(moved.map(({ lastMoveId }) => lastMoveId));
  const seals = new Set(moved.flatMap(({ history }) => history.map(({ hash }) => hash)));
  const isLast = (move: Move) => lastMoves.has(move.eventId);
  const certain = moves.filter(isLast);
  const possible = moves.filter((move) => isLast(move) || seals.has(move.seal));
  const done = new Set(possible.length === made ? possible : certain);
  return new Map(moves.map((move) => [move, done.has(move)]));
}
