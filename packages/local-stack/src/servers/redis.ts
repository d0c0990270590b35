import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { askPort } from "../ports";
import { requireProgram } from "../run";
import type { Server } from "./server";

export const redis: Server = {
  name: "redis",
  title: "Redis",
  ports: (profile) => [profile.ports.redis],

  async prepare(profile) {
    mkdirSync(join(profile.dataDir, "redis"), { recursive: true });
  },

  command: (profile) => ({
    file: requireProgram("redis-server", "sudo apt-get install -y --no-install-recommends redis-server"),
    args: [
      ["--port", String(profile.ports.redis)],
      ["--bind", "127.0.0.1"],
      ["--dir", join(profile.dataDir, "redis")],
      // Redis holds only what can be rebuilt, but a person signed in to the demo should stay so over a restart.
      profile.durable ? ["--save", "60 1"] : ["--save", ""],
      ["--appendonly", "no"],
      ["--databases", "64"],
    ].flat(),
  }),

  isReady: async (profile) => (await askPort(profile.ports.redis, "PING\r\n"))?.startsWith("+PONG") ?? false,
};
