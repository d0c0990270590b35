import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Dockerfile, DockerfileParser, type From, type Instruction } from "dockerfile-ast";
import { infraRoot } from "../commands/output";

export type ParsedDockerfile = { file: string; dockerfile: Dockerfile; text: string };

/** Every Dockerfile below `infra/docker`. */
export function readDockerfiles(): ParsedDockerfile[] {
  const folder = join(infraRoot, "docker");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("Dockerfile"))
    .sort()
    .map((path) => parseDockerfile(path, readFileSync(join(folder, path), "utf8")));
}

export function parseDockerfile(file: string, text: string): ParsedDockerfile {
  return { file, text, dockerfile: DockerfileParser.parse(text) };
}

/** The images a Dockerfile begins with; names of its own earlier stages are left out. */
export function baseImagesOf({ dockerfile }: ParsedDockerfile): string[] {
  const stages = dockerfile.getFROMs().map((from: From) => from.getBuildStage());
  return dockerfile
    .getFROMs()
    .map((from) => from.getImage() ?? "")
    .filter((image) => !stages.includes(image));
}

/** The instructions of the last stage: what is shipped. */
export function lastStageOf({ dockerfile }: ParsedDockerfile): Instruction[] {
  const begin = dockerfile.getFROMs().at(-1)?.getRange().start.line ?? 0;
  return dockerfile.getInstructions().filter((instruction) => instruction.getRange().start.line > begin);
}

export function argumentsOf(instructions: readonly Instruction[], keyword: string): string[] {
  return instructions
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArgumentsContent() ?? "");
}
