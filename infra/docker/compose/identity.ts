/** cognito-local in a container, with the same pool and client that `npm start` gives it. */
import { mkdirSync } from "node:fs";
import { seedUserPool } from "../../../packages/local-stack/src/servers/cognito-pool";
import { surroundings } from "../../environments/env";

const FOLDER = "/data/cognito";

mkdirSync(FOLDER, { recursive: true });
const { AWS_REGION = "", COGNITO_USER_POOL_ID = "", COGNITO_CLIENT_ID = "" } = surroundings.all;
seedUserPool(FOLDER, { AWS_REGION, COGNITO_USER_POOL_ID, COGNITO_CLIENT_ID });
process.chdir(FOLDER);
await import("../../../packages/local-stack/src/programs/cognito");
