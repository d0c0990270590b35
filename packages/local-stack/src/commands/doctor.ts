import { statfsSync } from "node:fs";
import { totalmem } from "node:os";
import { listMissing } from "../install/install";
import { chooseMode } from "../mode";
import { cacheDir, repoRoot } from "../paths";
import { listRunningPieces } from "../portal";
import { describePortHolder, isPortTaken } from "../ports";
import { findProfile } from "../profiles";
import { findProgram, runAnyway } from "../run";

interface Finding {
  subject: string;
  state: "ok" | "problem" | "note";
  text: string;
  remedy?: string;
}

/** `npm run doctor`: what this machine has, what it lacks, and the command that mends each. */
export async function runDoctor(): Promise<number> {
  const mode = await chooseMode();
  const findings = [
    { subject: "node", state: "ok", text: process.version } satisfies Finding,
    await checkVersion("npm", ["--version"], "npm install -g npm@11"),
    { subject: "servers", state: "ok", text: `${mode} mode` } satisfies Finding,
    ...(mode === "native" ? await checkTools() : []),
    ...(mode === "native" ? checkInstalled() : []),
    checkDisk(),
    checkMemory(),
    ...(await checkPorts()),
  ];
  for (const { subject, state, text, remedy } of findings) {
    const mark = { ok: "✓", problem: "✗", note: "·" }[state];
    process.stdout.write(`${mark} ${subject.padEnd(10)} ${text}\n${remedy ? `    → ${remedy}\n` : ""}`);
  }
  return findings.some((finding) => finding.state === "problem") ? 1 : 0;
}

async function checkTools(): Promise<Finding[]> {
  const missing = listMissing();
  const needsGo = missing.some((piece) => piece.startsWith("FerretDB"));
  const needsMaven = missing.some((piece) => piece.startsWith("Kafka"));
  return [
    await checkVersion("java", ["-version"], "sudo apt-get install -y default-jre-headless"),
    needsMaven ? await checkVersion("mvn", ["-version"], "sudo apt-get install -y maven") : undefined,
    needsGo
      ? await checkVersion("go", ["version"], "install Go 1.24 or newer and put it on PATH; or install mongod")
      : undefined,
  ].filter((finding) => finding !== undefined);
}

async function checkVersion(program: string, args: string[], remedy: string): Promise<Finding> {
  const path = findProgram(program);
  if (!path) return { subject: program, state: "problem", text: "is not installed", remedy };
  const { output } = await runAnyway(path, args);
  const version = output.split("\n").find((line) => /\d+\.\d+/.test(line) && !line.includes("warn"));
  return { subject: program, state: "ok", text: version?.trim() ?? path };
}

function checkInstalled(): Finding[] {
  const missing = listMissing();
  const browser = listMissing({ withBrowser: true }).filter((piece) => !missing.includes(piece));
  const findings: Finding[] = [];
  if (missing.length === 0) findings.push({ subject: "installed", state: "ok", text: `all servers (${cacheDir})` });
  else {
    const remedy = "npm start installs them (as root; otherwise it prints the command)";
    findings.push({ subject: "installed", state: "note", text: `not yet: ${missing.join(", ")}`, remedy });
  }
  if (browser.length > 0) {
    findings.push({
      subject: "browser",
      state: "note",
      text: `not yet: ${browser.join(", ")} (only npm test needs them)`,
    });
  }
  return findings;
}

function checkDisk(): Finding {
  const { bavail, bsize } = statfsSync(repoRoot);
  const free = (bavail * bsize) / 1024 ** 3;
  const text = `${free.toFixed(1)} GiB free`;
  return free >= 4
    ? { subject: "disk", state: "ok", text }
    : {
        subject: "disk",
        state: "problem",
        text: `${text}; 4 GiB are needed`,
        remedy: "free some space; npm run reset removes the demo's data",
      };
}

function checkMemory(): Finding {
  const memory = totalmem() / 1024 ** 3;
  const text = `${memory.toFixed(1)} GiB`;
  return memory >= 4
    ? { subject: "memory", state: "ok", text }
    : {
        subject: "memory",
        state: "problem",
        text: `${text}; the servers and programs together need 4 GiB`,
        remedy: "use external servers: ERP_SERVERS=external",
      };
}

async function checkPorts(): Promise<Finding[]> {
  if ((await listRunningPieces("demo")).length > 0)
    return [{ subject: "ports", state: "ok", text: "the demo runs on them" }];
  const findings: Finding[] = [];
  for (const [name, port] of Object.entries(findProfile("demo").ports)) {
    if (!(await isPortTaken(port))) continue;
    const text = `${port} (${name}) is taken by ${describePortHolder(port)}`;
    findings.push({
      subject: "ports",
      state: "problem",
      text,
      remedy: "stop that program, or ERP_PORT_OFFSET=5000 npm start",
    });
  }
  return findings.length > 0 ? findings : [{ subject: "ports", state: "ok", text: "all free" }];
}
