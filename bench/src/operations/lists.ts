import type { DocumentId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { describeDocument, SEARCHED_WORD } from "../data/archive";
import { pick } from "../data/scatter";
import { type Procedures, requestOf } from "../portal/procedures";
import type { Session } from "../portal/session";
import type { Stage } from "../stage";
import { counter, type Operation } from "./operation";

type BoxInput = Procedures["approvals.list"]["input"];

/** What people look at most, asked again at every size of the archive. */
export const lists: readonly Operation[] = [
  box("waiting box", () => ({ box: "WAITING" })),
  box("waiting box of one form (from MongoDB)", () => ({ box: "WAITING", formCode: "EXPENSE" })),
  box("my documents", () => ({ box: "MINE" })),
  box("search in my documents", () => ({ box: "MINE", search: SEARCHED_WORD })),
  {
    part: "scale",
    title: "any document",
    prepare: async (stage) => {
      const ids = await sampleIds(stage);
      const count = counter();
      const { headers } = stage.administrator;
      return { nextRequest: () => requestOf("approvals.document", { documentId: pick(ids, count()) }, headers) };
    },
  },
  box("all documents (HR)", () => ({ box: "ALL" }), administrator),
  box("all documents by number (HR)", (stage) => ({ box: "ALL", search: numberIn(stage) }), administrator),
  box("all documents by a frequent word (HR)", () => ({ box: "ALL", search: SEARCHED_WORD }), administrator),
];

type WhatToAsk = (stage: Stage) => BoxInput;

function box(title: string, ask: WhatToAsk, who: (stage: Stage, turn: number) => Session = watcher): Operation {
  return {
    part: "scale",
    title,
    prepare: async (stage) => {
      const count = counter();
      const input = ask(stage);
      return { nextRequest: () => requestOf("approvals.list", input, who(stage, count()).headers) };
    },
  };
}

function watcher({ watchers }: Stage, turn: number): Session {
  return pick(watchers, turn);
}

function administrator(stage: Stage): Session {
  return stage.administrator;
}

function numberIn({ archive }: Stage): string {
  return describeDocument(archive, 777).number;
}

async function sampleIds({ ctx }: Stage): Promise<DocumentId[]> {
  const found = await documentModel(ctx.mongo).find({}, { _id: 1 }).sort({ _id: 1 }).limit(1_000).lean();
  return found.map(({ _id }) => _id);
}
