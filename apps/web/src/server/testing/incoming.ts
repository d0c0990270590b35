import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

type Description = { method?: string; url?: string; headers?: Partial<Record<string, string>>; from?: string };

/** A request as Node hands it over, without a connection. */
export function incoming({
  method = "GET",
  url = "/",
  headers = {},
  from = "203.0.113.7",
}: Description): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: from });
  return Object.assign(new IncomingMessage(socket), { method, url, headers });
}
