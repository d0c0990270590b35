import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kafkaHome } from "../install/kafka";
import { isPortTaken } from "../ports";
import { logFile } from "../processes";
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
    writeFileSync(settingsFile(profile), settings(profile, dataDir(profile)));
    if (existsSync(dataDir(profile))) return;
    const draft = `${dataDir(profile)}.new`;
    rmSync(draft, { recursive: true, force: true });
    const draftSettings = join(profile.runDir, "kafka-format.properties");
    writeFileSync(draftSettings, settings(profile, draft));
    const tool = ["kafka.tools.StorageTool", "format", "-t", clusterId, "-c", draftSettings];
    await run(java(), [...javaArgs("128m"), ...tool]);
    rmSync(draftSettings);
    renameSync(draft, dataDir(profile));
  },

  command: (profile) => ({
    file: java(),
    args: [...javaArgs("512m"), "kafka.Kafka", settingsFile(profile)],
  }),

  // The port opens a little before the broker serves; its log says when it does.
  isReady: async (profile) =>
    readTextIfThere(logFile(profile, "kafka")).includes("Kafka Server started") && isPortTaken(profile.ports.kafka),
};

function settings(profile: Profile, logDirs: string): string {
  const { kafka: port, kafkaController: controllerPort } = profile.ports;
  return `${Object.entries({
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${port}`,
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "controller.listener.names": "CONTROLLER",
    "log.dirs": logDirs,
    "auto.create.topics.enable": false,
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 3,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.num.partitions": 3,
    "transaction.state.log.min.isr": 1,
    "group.initial.rebalance.delay.ms": 0,
  })
    .map(([key, value]) => `${key}=${value}`)
    .join("\n")}\n`;
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

function javaArgs(heap: string): string[] {
  return [`-Xmx${heap}`, "-XX:+UseSerialGC", ...logLevels, "-cp", join(kafkaHome, "lib", "*")];
}

function settingsFile(profile: Profile): string {
  return join(profile.runDir, "kafka.properties");
}

function dataDir(profile: Profile): string {
  return join(profile.dataDir, "kafka");
}
