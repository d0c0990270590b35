import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { makeEnvironment } from "../environment";
import type { Profile } from "../profiles";
import { answersHttp } from "../wait";
import { seedUserPool } from "./cognito-pool";
import { mailFile } from "./mail";
import { nodeProgram } from "./node-program";
import type { Server } from "./server";

export const cognito: Server = {
  name: "cognito",
  title: "cognito-local (identity)",
  ports: (profile) => [profile.ports.cognito],

  async prepare(profile) {
    mkdirSync(dataDir(profile), { recursive: true });
    seedUserPool(dataDir(profile), makeEnvironment(profile));
  },

  command: (profile) =>
    nodeProgram("cognito", {
      cwd: dataDir(profile),
      env: { HOST: "127.0.0.1", PORT: String(profile.ports.cognito), MAIL_FILE: mailFile(profile) },
    }),

  isReady: (profile) =>
    answersHttp(
      `http://127.0.0.1:${profile.ports.cognito}/${makeEnvironment(profile).COGNITO_USER_POOL_ID}/.well-known/jwks.json`,
    ),
};

function dataDir(profile: Profile): string {
  return join(profile.dataDir, "cognito");
}
