import type { DocumentView } from "@erp/contracts/approvals";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import type { Ctx } from "../context";
import { wakeRelay } from "../transaction";
import type { Looker } from "./approvals.policy";
import { projectAtOnce } from "./approvals.queues.mutations";
import { toView } from "./approvals.view.rules";

/** After a person's move is stored: its event goes out, the queues follow, and the person sees the document as it is now. */
export async function finishMove(ctx: Ctx, actor: Looker, document: DocumentState): Promise<DocumentView> {
  wakeRelay(ctx, "mongo");
  await projectAtOnce(ctx, document);
  return toView(actor, document);
}
