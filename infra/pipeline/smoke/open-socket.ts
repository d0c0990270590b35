import { randomBytes } from "node:crypto";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

const PATIENCE_MS = 10_000;

/** Resolves when the socket server takes the connection; the app's key is not known here, and need not be for that. */
export function openSocket(address: URL): Promise<void> {
  const request = address.protocol === "wss:" ? httpsRequest : httpRequest;
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
  };
  return new Promise((resolve, reject) => {
    const url = new URL(address.href.replace(/^ws/, "http"));
    const asking = request(new URL("/app/smoke?protocol=7", url), { headers, timeout: PATIENCE_MS });
    asking.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve();
    });
    asking.on("response", ({ statusCode }) => reject(new Error(`${address.href} answers ${statusCode}`)));
    asking.on("timeout", () => asking.destroy(new Error(`${address.href} does not answer`)));
    asking.on("error", reject);
    asking.end();
  });
}
