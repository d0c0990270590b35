import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect } from "node:net";

/** Sends something to a local port and returns what comes back first; undefined when nobody answers. */
export function askPort(port: number, question = "", timeoutMs = 2_000): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const finish = (answer: string | undefined) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(undefined));
    socket.on("error", () => finish(undefined));
    socket.on("connect", () => (question ? socket.write(question) : finish("")));
    socket.on("data", (data) => finish(data.toString("latin1")));
  });
}

export async function isPortTaken(port: number): Promise<boolean> {
  return (await askPort(port)) !== undefined;
}

/** Tells who listens on a port, as far as the machine lets us know. */
export function describePortHolder(port: number): string {
  const inode = findListeningInode(port);
  const pid = inode === undefined ? undefined : findSocketOwner(inode);
  if (pid === undefined) return "another program (which one is not visible to this user)";
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
  return `pid ${pid}: ${command.slice(0, 120)}`;
}

function findListeningInode(port: number): string | undefined {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of readLines(table)) {
      const columns = line.trim().split(/\s+/);
      const isListening = columns[3] === "0A";
      if (isListening && columns[1]?.endsWith(wanted)) return columns[9];
    }
  }
  return undefined;
}

function findSocketOwner(inode: string): number | undefined {
  for (const entry of readFolder("/proc").filter((name) => /^\d+$/.test(name))) {
    for (const descriptor of readFolder(`/proc/${entry}/fd`)) {
      if (readLink(`/proc/${entry}/fd/${descriptor}`) === `socket:[${inode}]`) return Number(entry);
    }
  }
  return undefined;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

function readFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
