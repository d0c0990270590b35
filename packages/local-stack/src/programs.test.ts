import { expect, it } from "vitest";
import type { Environment } from "./environment";
import { startProgram } from "./programs";

it("a port that no browser opens is refused before anything is started", async () => {
  const environment = { WEB_PORT: "6000" } as unknown as Environment;
  await expect(startProgram("demo", "web", environment)).rejects.toThrow("no browser opens port 6000");
});
