import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "../profiles";
import { answersHttp } from "../wait";
import { nodeProgram } from "./node-program";
import type { Server } from "./server";

/** Shows the mails that the identity server would have sent. */
export const mail: Server = {
  name: "mail",
  title: "Mail outbox",
  ports: (profile) => [profile.ports.mail],
  prepare: async (profile) => {
    mkdirSync(join(profile.dataDir, "mail"), { recursive: true });
  },
  command: (profile) =>
    nodeProgram("mail-outbox", {
      env: { MAIL_FILE: mailFile(profile), MAIL_PORT: String(profile.ports.mail) },
    }),
  isReady: (profile) => answersHttp(`http://127.0.0.1:${profile.ports.mail}/api/mails`),
};

export function mailFile(profile: Profile): string {
  return join(profile.dataDir, "mail", "mails.jsonl");
}
