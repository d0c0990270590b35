"use strict";

/** uWebSockets.js hands out ArrayBuffers; a Buffer may be a window on a bigger one, so its part is copied. */
function toArrayBuffer(data) {
  const buffer = Buffer.isBuffer(data) ? data : Buffer.from(data);
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength);
}

module.exports = { toArrayBuffer };
