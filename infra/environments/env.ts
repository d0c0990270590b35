import { homedir } from "node:os";

/** What infra's tools read from their surroundings; the programs' own variables are none of theirs. */
export const surroundings = {
  /** A folder that holds Terraform providers as a local mirror; without it the usual places are searched. */
  pluginFolder: process.env.ERP_TF_PLUGIN_DIR,
  path: process.env.PATH ?? "",
  home: homedir(),
  all: process.env,
};
