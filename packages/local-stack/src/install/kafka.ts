import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDir } from "../paths";
import { requireProgram, run } from "../run";
import { publishFolder } from "./publish";

const version = "4.3.0";
export const kafkaHome = join(cacheDir, `kafka-${version}`);

export function isKafkaInstalled(): boolean {
  return existsSync(kafkaHome);
}

/** Kafka's own download site is not needed: the broker is a set of jars that Maven resolves and checks. */
export async function installKafka(): Promise<void> {
  const maven = requireProgram("mvn", "install Maven (Debian: apt-get install -y maven)");
  await publishFolder(kafkaHome, async (folder) => {
    writeFileSync(join(folder, "pom.xml"), pom);
    mkdirSync(join(folder, "lib"));
    await run(maven, ["-q", "-B", "dependency:copy-dependencies", `-DoutputDirectory=${folder}/lib`], { cwd: folder });
  });
}

const pom = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>erp</groupId><artifactId>kafka</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${version}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;
