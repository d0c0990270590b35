import { join } from "node:path";
import { makeEnvironment } from "../environment";
import { repoRoot } from "../paths";
import { answersHttp } from "../wait";
import type { Server } from "./server";

export const soketi: Server = {
  name: "soketi",
  title: "Soketi 1.6.1 (realtime)",
  ports: (profile) => [profile.ports.soketi, profile.ports.soketiMetrics],

  command(profile) {
    const environment = makeEnvironment(profile);
    return {
      file: process.execPath,
      args: [join(repoRoot, "node_modules/@soketi/soketi/bin/server.js"), "start"],
      env: {
        SOKETI_HOST: "127.0.0.1",
        SOKETI_PORT: String(profile.ports.soketi),
        SOKETI_METRICS_ENABLED: "1",
        SOKETI_METRICS_HOST: "127.0.0.1",
        SOKETI_METRICS_SERVER_PORT: String(profile.ports.soketiMetrics),
        SOKETI_DEFAULT_APP_ID: environment.SOKETI_APP_ID,
        SOKETI_DEFAULT_APP_KEY: environment.SOKETI_APP_KEY,
        SOKETI_DEFAULT_APP_SECRET: environment.SOKETI_APP_SECRET,
        SOKETI_DEFAULT_APP_USER_AUTHENTICATION: "true",
        // Browsers only listen here; what they want to say goes through the API.
        SOKETI_DEFAULT_APP_ENABLE_CLIENT_MESSAGES: "false",
      },
    };
  },

  isReady: (profile) => answersHttp(`http://127.0.0.1:${profile.ports.soketi}/ready`),
};
