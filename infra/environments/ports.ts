/** Ports that AWS, Kubernetes and the images have to agree on. */
export const ports = {
  web: { listener: 80, pod: 3000 },
  soketi: { listener: 6001, pod: 6001, metrics: 9601 },
  workersHealth: 9464,
  kafka: 9093,
  mysql: 3306,
  valkey: 6379,
  mongo: 27017,
  otlp: 4318,
} as const;
