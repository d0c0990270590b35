/** Brings everything that native mode needs onto the machine, in parallel, once. */
import { mkdirSync } from "node:fs";
import { cacheDir } from "../paths";
import { report, step } from "../progress";
import { findProgram } from "../run";
import { settleAll } from "../settle";
import { installPackages } from "./apt";
import { installDocumentdb, isDocumentdbInstalled } from "./documentdb";
import { installFerretdb, isFerretdbInstalled } from "./ferretdb";
import { installKafka, isKafkaInstalled } from "./kafka";
import { withInstallLock } from "./lock";

interface Piece {
  title: string;
  isInstalled: () => boolean;
  install: () => Promise<void>;
}

/** `mongod` speaks the same protocol; whoever has it needs neither FerretDB nor its PostgreSQL. */
export function usesMongod(): boolean {
  return findProgram("mongod") !== undefined;
}

/** Names each missing piece of the servers, and of the browser when tests need it. */
export function listMissing({ withBrowser = false } = {}): string[] {
  return [...missingPackages(withBrowser), ...missingPieces().map((piece) => piece.title)];
}

export async function installServers({ withBrowser = false } = {}): Promise<void> {
  if (listMissing({ withBrowser }).length === 0) return;
  mkdirSync(cacheDir, { recursive: true });
  await withInstallLock(async () => {
    const missing = listMissing({ withBrowser });
    if (missing.length === 0) return;
    report(`to install, once for this machine: ${missing.join(", ")}`);
    // debootstrap first: it is small and the longest installation waits for it.
    const packages = missingPackages(withBrowser);
    if (packages.includes("debootstrap")) await installPackages(["debootstrap"]);
    const rest = packages.filter((name) => name !== "debootstrap");
    const work = missingPieces().map((piece) => step(`installed ${piece.title}`, piece.install));
    if (rest.length > 0) work.push(step(`installed ${rest.join(", ")}`, () => installPackages(rest)));
    await settleAll(work);
  });
}

function missingPieces(): Piece[] {
  const pieces: Piece[] = [{ title: "Kafka 4.3.0", isInstalled: isKafkaInstalled, install: installKafka }];
  if (!usesMongod()) {
    pieces.push(
      { title: "PostgreSQL 18 with DocumentDB", isInstalled: isDocumentdbInstalled, install: installDocumentdb },
      { title: "FerretDB 2.7.0", isInstalled: isFerretdbInstalled, install: installFerretdb },
    );
  }
  return pieces.filter((piece) => !piece.isInstalled());
}

function missingPackages(withBrowser: boolean): string[] {
  const packages: string[] = [];
  const need = (program: string, ...names: string[]) => {
    if (!findProgram(program)) packages.push(...names);
  };
  need("mariadbd", "mariadb-server-core", "mariadb-client-core");
  need("redis-server", "redis-server");
  need("java", "default-jre-headless");
  need("mvn", "maven");
  if (!usesMongod() && !isDocumentdbInstalled()) need("debootstrap", "debootstrap");
  if (withBrowser) need("chromium", "chromium", "fonts-noto-cjk");
  return packages;
}
