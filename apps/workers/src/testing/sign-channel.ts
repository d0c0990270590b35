import { createHmac } from "node:crypto";
import type { ChannelMember } from "@erp/domain/approvals/approvals.channels.queries";
import type { ChannelAuthorizationData } from "pusher-js/types/src/core/auth/options";
import type { SoketiEnv } from "../env";

/** The signature that lets a socket listen, as Pusher's protocol wants it; the portal's server gives it after the domain's yes. */
export function signChannel(
  env: SoketiEnv,
  socketId: string,
  channel: string,
  member: ChannelMember | null,
): ChannelAuthorizationData {
  const presence = member && JSON.stringify({ user_id: member.id, user_info: member });
  const signed = [socketId, channel, ...(presence ? [presence] : [])].join(":");
  const signature = createHmac("sha256", env.SOKETI_APP_SECRET).update(signed).digest("hex");
  return { auth: `${env.SOKETI_APP_KEY}:${signature}`, ...(presence && { channel_data: presence }) };
}
