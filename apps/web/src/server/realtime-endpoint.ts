import Pusher from "pusher";
import { z } from "zod";
import { refuse } from "./refuse";
import type { Caller, Surroundings } from "./surroundings";

export const REALTIME_AUTH_PATH = "/api/realtime/auth";

const authRequest = z.object({ socket_id: z.string().regex(/^\d+\.\d+$/), channel_name: z.string().max(200) });

/** Signs that a socket may listen to a channel. Who may is the API's decision; Soketi only checks the signature. */
export async function answerRealtimeAuth(
  { api, env }: Surroundings,
  request: Request,
  caller: Caller,
): Promise<Response> {
  const asked = authRequest.safeParse(Object.fromEntries(new URLSearchParams(await request.text())));
  if (!asked.success) return refuse({ status: 400, code: "request.invalid" }, caller.locale);
  const { socket_id: socketId, channel_name: channel } = asked.data;
  const answer = await api.authorizeChannel(caller.sessionId, channel);
  if (!answer.isAllowed) return refuse({ status: 403, code: "request.forbidden" }, caller.locale);
  const signer = new Pusher({
    appId: env.SOKETI_APP_ID,
    key: env.SOKETI_APP_KEY,
    secret: env.SOKETI_APP_SECRET,
    cluster: "",
  });
  return Response.json(
    answer.presence
      ? signer.authorizeChannel(socketId, channel, answer.presence)
      : signer.authorizeChannel(socketId, channel),
  );
}
