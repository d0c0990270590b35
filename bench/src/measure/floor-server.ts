/**
 * The least a Node program can do: bare node:http that answers the same JSON text to everybody. Forked by `floor.ts`,
 * which sends the text and is told the port. Ends with its parent.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

process.once("message", (text: string) => {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(text));
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit(0));
