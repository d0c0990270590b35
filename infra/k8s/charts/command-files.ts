import { KAFKA_CA_FOLDER, kafkaAuthority } from "../settings";

/** What a container of `commands.js` finds in its files: who signed the brokers' certificates, and room to write. */
export const commandVolumes = [
  {
    name: "kafka-ca",
    secret: { secretName: kafkaAuthority.secret, items: [{ key: kafkaAuthority.key, path: kafkaAuthority.key }] },
  },
  { name: "tmp", emptyDir: {} },
];

export const commandMounts = [
  { name: "tmp", mountPath: "/tmp" },
  { name: "kafka-ca", mountPath: KAFKA_CA_FOLDER, readOnly: true },
];
