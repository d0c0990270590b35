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

export interface Wanted {
  /** Chromium and Korean fonts, for the end-to-end tests. */
  withBrowser?: boolean;
  withServers?: boolean;
}

export function listMissing(wanted: Wanted = {}): string[] {
  return [...missingPackages(wanted), ...missingPieces(wanted).map((piece) => piece.title)];
}

export async function installServers(wanted: Wanted = {}): Promise<void> {
  if (listMissing(wanted).length === 0) return;
  mkdirSync(cacheDir, { recursive: true });
  await withInstallLock(async () => {
    const missing = listMissing(wanted);
    if (missing.length === 0) return;
    report(`to install, once for this machine: ${missing.join(", ")}`);
    // debootstrap first: it is small and the longest installation waits for it.
    const packages = missingPackages(wanted);
    if (packages.includes("debootstrap")) await installPackages(["debootstrap"]);
    const rest = packages.filter((name) => name !== "debootstrap");
    const work = missingPieces(wanted).map((piece) => step(`installed ${piece.title}`, piece.install));
    if (rest.length > 0) work.push(step(`installed ${rest.join(", ")}`, () => installPackages(rest)));
    await settleAll(work);
  });
}

function missingPieces({ withServers = true }: Wanted): Piece[] {
  if (!withServers) return [];
  const pieces: Piece[] = [{ title: "Kafka 4.3.0", isInstalled: isKafkaInstalled, install: installKafka }];
  if (!usesMongod()) {
    pieces.push(
      { title: "PostgreSQL 18 with DocumentDB", isInstalled: isDocumentdbInstalled, install: installDocumentdb },
      { title: "FerretDB 2.7.0", isInstalled: isFerretdbInstalled, install: installFerretdb },
    );
  }
  return pieces.filter((piece) => !piece.isInstalled());
}

function missingPackages({ withBrowser = false, withServers = true }: Wanted): string[] {
  const packages: string[] = [];
  const need = (program: string, ...names: string[]) => {
    if (!findProgram(program)) packages.push(...names);
  };
  if (withServers) {
    need("mariadbd", "mariadb-server-core", "mariadb-client-core");
    need("redis-server", "redis-server");
    need("java", "default-jre-headless");
    if (!isKafkaInstalled()) need("mvn", "maven");
    if (!usesMongod() && !isDocumentdbInstalled()) need("debootstrap", "debootstrap");
  }
  // Chromium without its own windows and menus: the same pages for a third less of the processor.
  if (withBrowser && !process.env.CHROMIUM_PATH) {
    need("chromium-headless-shell", "chromium-headless-shell", "fonts-noto-cjk");
  }
  return packages;
}
