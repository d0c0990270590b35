import {
  type ChannelMember,
  authorizeChannel as memberOfChannel,
} from "@erp/domain/approvals/approvals.channels.queries";
import type { Ctx } from "@erp/domain/context";
import { DomainError } from "@erp/domain/errors";

/** What Pusher's protocol tells the others on a presence channel. */
export type ChannelPresence = { user_id: string; user_info: ChannelMember };

export type ChannelAnswer = { isAllowed: false } | { isAllowed: true; presence: ChannelPresence | null };

/** Whether the actor may listen to a channel, and as whom. Why not is nobody's business; a server that is away still throws. */
export async function authorizeChannel(ctx: Ctx, channelName: string): Promise<ChannelAnswer> {
  try {
    const member = await memberOfChannel(ctx, channelName);
    return { isAllowed: true, presence: member && { user_id: member.id, user_info: member } };
  } catch (error) {
    if (error instanceof DomainError) return { isAllowed: false };
    throw error;
  }
}
