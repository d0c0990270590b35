import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Problem } from "./problem";

interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Shows the output as it comes instead of keeping it for the error message. */
  show?: boolean;
  /** What a person can do when the command fails. */
  remedy?: string;
}

/** Runs a command to its end and returns its output; a failing command becomes a Problem with the tail of its output. */
export async function run(file: string, args: string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, output } = await runAnyway(file, args, options);
  if (code === 0) return stdout;
  throw new Problem(`\`${[file, ...args].join(" ")}\` ended with ${code}`, {
    details: tail(output, 25),
    ...(options.remedy === undefined ? {} : { remedy: options.remedy }),
  });
}

/** Like run, but a failing command is an answer and not an error. */
export function runAnyway(
  file: string,
  args: string[],
  options: RunOptions = {},
): Promise<{ code: number; stdout: string; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let output = "";
    child.stdout?.on("data", (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ code: 127, stdout, output: `${output}${error.message}` }));
    child.on("close", (code, signal) => {
      if (signal) output += `ended by ${signal}\n`;
      resolve({ code: code ?? 130, stdout, output });
    });
  });
}

export function tail(text: string, lines: number): string {
  return text.trimEnd().split("\n").slice(-lines).join("\n");
}

/** Servers are often in sbin folders, which an ordinary user's PATH lacks. */
export function findProgram(name: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    "/usr/sbin",
    "/sbin",
    "/usr/local/sbin",
    "/usr/local/go/bin",
  ];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

export function requireProgram(name: string, remedy: string): string {
  const found = findProgram(name);
  if (!found) throw new Problem(`${name} is not installed`, { remedy });
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
