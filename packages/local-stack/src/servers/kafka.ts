import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kafkaHome } from "../install/kafka";
import { isPortTaken } from "../ports";
import { type Command, logFile } from "../processes";
import type { Profile } from "../profiles";
import { requireProgram, run } from "../run";
import { readTextIfThere } from "../text-file";
import type { Server } from "./server";

/** Any valid id does: the cluster is this one broker. */
const clusterId = "ZXJwLWxvY2FsLXN0YWNrMQ";

export const kafka: Server = {
  name: "kafka",
  title: "Kafka 4.3 (KRaft)",
  ports: (profile) => [profile.ports.kafka, profile.ports.kafkaController],

  async prepare(profile) {
    mkdirSync(profile.dataDir, { recursive: true });
    const settings = brokerSettings(profile.ports, dataDir(profile));
    writeFileSync(settingsFile(profile), asProperties(settings));
    if (existsSync(dataDir(profile))) return;
    const draft = `${dataDir(profile)}.new`;
    rmSync(draft, { recursive: true, force: true });
    const draftSettings = join(profile.runDir, "kafka-format.properties");
    writeFileSync(draftSettings, asProperties({ ...settings, "log.dirs": draft }));
    await formatStorage(draftSettings);
    rmSync(draftSettings);
    renameSync(draft, dataDir(profile));
  },

  command: (profile) => brokerCommand(settingsFile(profile), profile.name === "bench" ? [] : quickStart),

  // The port opens a little before the broker serves; its log says when it does.
  isReady: async (profile) =>
    readTextIfThere(logFile(profile, "kafka")).includes("Kafka Server started") && isPortTaken(profile.ports.kafka),
};

export type BrokerSettings = Record<string, string | number | boolean>;

/** One broker that is its own controller, on plain connections, with its data in `logDirs`. */
export function brokerSettings(ports: { kafka: number; kafkaController: number }, logDirs: string): BrokerSettings {
  return {
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": `1@127.0.0.1:${ports.kafkaController}`,
    listeners: `PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.kafkaController}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${ports.kafka}`,
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "controller.listener.names": "CONTROLLER",
    "log.dirs": logDirs,
    "auto.create.topics.enable": false,
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 3,
    // Longer than dead letters lie there, as in production: what was redriven must not be redriven again.
    "offsets.retention.minutes": 144_000,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.num.partitions": 3,
    "transaction.state.log.min.isr": 1,
    "group.initial.rebalance.delay.ms": 0,
  };
}

export function asProperties(settings: BrokerSettings): string {
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return `${lines.join("\n")}\n`;
}

/** Makes the data folder that the settings name; `options` are those of Kafka's own `kafka-storage format`. */
export async function formatStorage(settingsFile: string, options: string[] = []): Promise<void> {
  const tool = ["kafka.tools.StorageTool", "format", "-t", clusterId, "-c", settingsFile, ...options];
  await run(java(), [...quickStart, ...javaArgs("128m"), ...tool]);
}

export function brokerCommand(settingsFile: string, options: string[] = quickStart): Command {
  return { file: java(), args: [...options, ...javaArgs("512m"), "kafka.Kafka", settingsFile] };
}

function java(): string {
  return requireProgram("java", "sudo apt-get install -y default-jre-headless");
}

/** Warnings only, but for the line that says that the broker serves. */
const logLevels = [
  "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
  "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
  "-Dorg.slf4j.simpleLogger.showDateTime=true",
  "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
];

/** The second compiler pays off under lasting load, which is measured with it; a start costs a quarter less without. */
const quickStart = ["-XX:TieredStopAtLevel=1"];

function javaArgs(heap: string): string[] {
  return [`-Xmx${heap}`, "-XX:+UseSerialGC", ...logLevels, "-cp", join(kafkaHome, "lib", "*")];
}

function settingsFile(profile: Profile): string {
  return join(profile.runDir, "kafka.properties");
}

function dataDir(profile: Profile): string {
  return join(profile.dataDir, "kafka");
}
