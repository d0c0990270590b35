"use strict";
const { WebSocket: Socket, WebSocketServer } = require("ws");
const { toArrayBuffer } = require("./array-buffer");
const { HttpResponse } = require("./http");

/** How long a socket has to answer a closing handshake before it is cut. */
const closingMilliseconds = 2_000;

/** What send answers when the message was dropped because the reader is too slow. */
const sent = 1;
const dropped = 2;

/** Soketi keeps its own data as properties of the web socket, so ours are private. */
class WebSocket {
  #socket;
  #maxBackpressure;

  constructor(socket, userData, maxBackpressure) {
    Object.assign(this, userData);
    this.#socket = socket;
    this.#maxBackpressure = maxBackpressure;
  }

  send(message, isBinary = false) {
    if (this.#socket.readyState !== Socket.OPEN) throw closedError();
    if (this.#socket.bufferedAmount > this.#maxBackpressure) return dropped;
    this.#socket.send(typeof message === "string" ? message : Buffer.from(message), { binary: isBinary });
    return sent;
  }

  end(code = 1000, reason = "") {
    if (this.#socket.readyState > Socket.OPEN) throw closedError();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), closingMilliseconds).unref();
  }

  close() {
    this.#socket.terminate();
  }

  getBufferedAmount() {
    return this.#socket.bufferedAmount;
  }
}

/** Soketi recognises this error by its text. */
function closedError() {
  return new Error("Invalid access of closed uWS.WebSocket/SSLWebSocket.");
}

function createWebSocketRoute(behavior) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: behavior.maxPayloadLength ?? 16 * 1024,
    perMessageDeflate: false,
    clientTracking: false,
  });

  function upgrade(message, socket, head, request) {
    const accept = (userData) => {
      server.handleUpgrade(message, socket, head, (opened) => connect(opened, userData, behavior));
    };
    if (behavior.upgrade) behavior.upgrade(new HttpResponse(message, null), request, { accept });
    else accept({});
  }

  return { upgrade };
}

function connect(socket, userData, behavior) {
  const webSocket = new WebSocket(socket, userData, behavior.maxBackpressure ?? 64 * 1024);
  const stopWatching = cutWhenSilent(socket, behavior.idleTimeout);
  socket.on("message", (data, isBinary) => behavior.message?.(webSocket, toArrayBuffer(data), isBinary));
  // A close event follows every error; without a listener the error would end the process.
  socket.on("error", () => {});
  socket.on("close", (code, reason) => {
    stopWatching();
    behavior.close?.(webSocket, code, toArrayBuffer(reason));
  });
  behavior.open?.(webSocket);
}

/** Pings twice per idle timeout (seconds) and cuts a connection from which nothing came back in between. */
function cutWhenSilent(socket, idleTimeout) {
  if (!idleTimeout) return () => {};
  let isAlive = true;
  for (const sign of ["message", "ping", "pong"]) {
    socket.on(sign, () => {
      isAlive = true;
    });
  }
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, idleTimeout * 500);
  timer.unref();
  return () => clearInterval(timer);
}

module.exports = { createWebSocketRoute };
