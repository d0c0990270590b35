"use strict";
const { toArrayBuffer } = require("./array-buffer");

class HttpRequest {
  constructor(message, path, query, parameters) {
    Object.assign(this, { message, path, query, parameters });
  }

  getMethod() {
    return this.message.method.toLowerCase();
  }

  getUrl() {
    return this.path;
  }

  getQuery() {
    return this.query;
  }

  getParameter(index) {
    return this.parameters[index] ?? "";
  }

  getHeader(name) {
    const value = this.message.headers[name.toLowerCase()] ?? "";
    return Array.isArray(value) ? value.join(", ") : value;
  }

  setYield() {}
}

/** Soketi writes its own properties (`app`, `params`, `body`, …) onto the response, so ours stay out of its way in private fields. */
class HttpResponse {
  #message;
  #output;
  #status = "200 OK";
  #headers = {};
  #hasEnded = false;
  #isAborted = false;
  #abortListener;

  /** Without an output it stands for a connection that is about to become a web socket. */
  constructor(message, output) {
    this.#message = message;
    this.#output = output;
    output?.on("close", () => {
      if (this.#hasEnded) return;
      this.#isAborted = true;
      this.#abortListener?.();
    });
  }

  writeStatus(status) {
    this.#status = status;
    return this;
  }

  writeHeader(name, value) {
    this.#headers[name] = value;
    return this;
  }

  /** The original gathers writes inside the callback into one packet; Node does so by itself. */
  cork(callback) {
    callback();
    return this;
  }

  onAborted(listener) {
    this.#abortListener = listener;
    return this;
  }

  onData(listener) {
    this.#message.on("data", (chunk) => listener(toArrayBuffer(chunk), false));
    this.#message.on("end", () => listener(new ArrayBuffer(0), true));
    return this;
  }

  end(body = "", closeConnection = false) {
    if (this.#hasEnded || this.#isAborted || !this.#output) return this;
    this.#hasEnded = true;
    const content = Buffer.from(body ?? "");
    const [code, ...reason] = this.#status.split(" ");
    this.#headers["Content-Length"] = content.length;
    if (closeConnection) this.#headers.Connection = "close";
    this.#output.writeHead(Number(code), reason.join(" ") || undefined, this.#headers);
    this.#output.end(content);
    return this;
  }

  getRemoteAddressAsText() {
    return toArrayBuffer(this.#message.socket?.remoteAddress ?? "");
  }

  getProxiedRemoteAddressAsText() {
    return new ArrayBuffer(0);
  }

  /** The handshake's headers are read by ws itself. */
  upgrade(userData, _key, _protocol, _extensions, context) {
    context.accept(userData);
  }
}

module.exports = { HttpRequest, HttpResponse };
