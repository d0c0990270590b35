/** A broker that takes nobody without TLS and a password and lets nobody do what they have no right to, as production's do. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProfile } from "../profiles";
import { requireProgram, run } from "../run";
import { asProperties, type BrokerSettings, brokerCommand, brokerSettings, formatStorage } from "../servers/kafka";
import { waitUntil } from "../wait";

export type SecuredKafka = {
  broker: string;
  /** May do everything. */
  username: string;
  password: string;
  /** PEM of the authority that signed the broker's certificate. */
  authorityFile: string;
  stop(): Promise<void>;
};

const STORE_PASSWORD = "of-a-test";
const account = { username: "administrator", password: "of-the-test-s-accounts" };

/**
 * Needs this machine's own Kafka (native mode). It listens beside the test profile's broker, on data of its own. `others`
 * have the same password, and no right until they are granted one.
 */
export async function startSecuredKafka(others: readonly string[] = []): Promise<SecuredKafka> {
  const folder = mkdtempSync(join(tmpdir(), "erp-secured-kafka-"));
  const near = findProfile("test").ports.kafka;
  const ports = { kafka: near + 2, kafkaController: near + 3 };
  const authorityFile = join(folder, "authority.pem");
  const keyStore = await makeCertificate(folder, authorityFile);
  const settingsFile = join(folder, "broker.properties");
  writeFileSync(
    settingsFile,
    asProperties(secured(brokerSettings(ports, join(folder, "data")), ports.kafka, keyStore)),
  );
  await formatStorage(settingsFile, [account.username, ...others].flatMap(addAccount));
  const { file, args } = brokerCommand(settingsFile);
  const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await serves(child))) {
    await stop();
    throw new Error("the secured broker did not start");
  }
  return { broker: `127.0.0.1:${ports.kafka}`, ...account, authorityFile, stop };
}

function addAccount(name: string): string[] {
  return ["--add-scram", `SCRAM-SHA-512=[name=${name},password=${account.password}]`];
}

/** The plain broker's settings, with one door that asks for TLS and a password, for the broker itself too. */
function secured(plain: BrokerSettings, port: number, keyStore: string): BrokerSettings {
  const { username, password } = account;
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${username}" password="${password}";`;
  return {
    ...plain,
    listeners: String(plain.listeners).replace("PLAINTEXT:", "SASL_SSL:"),
    "advertised.listeners": `SASL_SSL://127.0.0.1:${port}`,
    "listener.security.protocol.map": "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT",
    "inter.broker.listener.name": "SASL_SSL",
    "sasl.mechanism.inter.broker.protocol": "SCRAM-SHA-512",
    "sasl.enabled.mechanisms": "SCRAM-SHA-512",
    "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config": login,
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    // The controller's door asks nobody who they are; only the broker knows it.
    "super.users": `User:${username};User:ANONYMOUS`,
    "ssl.keystore.location": keyStore,
    "ssl.keystore.password": STORE_PASSWORD,
    // The broker talks to itself through the same door.
    "ssl.truststore.location": keyStore,
    "ssl.truststore.password": STORE_PASSWORD,
  };
}

/** A certificate for 127.0.0.1 that is its own authority. Returns the key store; the PEM goes to `authorityFile`. */
async function makeCertificate(folder: string, authorityFile: string): Promise<string> {
  const keytool = requireProgram("keytool", "sudo apt-get install -y default-jre-headless");
  const keyStore = join(folder, "broker.p12");
  const store = ["-alias", "broker", "-keystore", keyStore, "-storepass", STORE_PASSWORD];
  const subject = ["-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1", "-ext", "bc=ca:true"];
  await run(keytool, ["-genkeypair", ...store, ...subject, "-keyalg", "EC", "-validity", "2"]);
  await run(keytool, ["-exportcert", "-rfc", ...store, "-file", authorityFile]);
  return keyStore;
}

function serves(child: ChildProcess): Promise<boolean> {
  let output = "";
  const listen = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  return waitUntil(() => output.includes("Kafka Server started"));
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
}
