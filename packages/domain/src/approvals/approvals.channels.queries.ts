import type { PersonView } from "@erp/contracts/employees";
import { channelSubject } from "@erp/contracts/realtime";
import { signedIn } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { loadSelf } from "./approvals.people.queries";
import { findDocument, mayOpenNow } from "./approvals.store.queries";

/** How the others on a document's channel see this person; null on a private channel, where nobody else is. */
export type ChannelMember = Pick<PersonView, "id" | "name" | "position">;

/**
 * Whether the actor may listen: to their own channel, and to those of documents they may open. Everything else is
 * `request.forbidden`, without telling whether it exists. Throws `request.signed-out` for nobody.
 */
export async function authorizeChannel(ctx: Ctx, channelName: string): Promise<ChannelMember | null> {
  const actor = signedIn(ctx);
  const subject = channelSubject(channelName);
  if (subject?.kind === "employee" && subject.id === actor.id) return null;
  if (subject?.kind !== "document") throw new DomainError("request.forbidden");
  authorize(ctx, "approvals:read");
  const document = await findDocument(ctx, subject.id);
  if (document === null || !(await mayOpenNow(ctx, actor, document))) throw new DomainError("request.forbidden");
  const { id, name, position } = await loadSelf(ctx, actor);
  return { id, name, position };
}
