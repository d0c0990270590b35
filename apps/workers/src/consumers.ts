import { approvalsConsumer } from "./consumers/approvals";
import { attendanceConsumer } from "./consumers/attendance";
import { identityConsumer } from "./consumers/identity";
import { leaveConsumer } from "./consumers/leave";
import { notificationsConsumer } from "./consumers/notifications";
import { operationsConsumer } from "./consumers/operations";
import { rewardsConsumer } from "./consumers/rewards";
import { signalsConsumer } from "./consumers/signals";
import type { ConsumerDefinition } from "./define-consumer";
import type { WorkerName } from "./env";

/** Every group there is, by the name that `WORKERS` knows it by. */
export const consumersByName: Record<Exclude<WorkerName, "relay">, ConsumerDefinition> = {
  approvals: approvalsConsumer,
  notifications: notificationsConsumer,
  identity: identityConsumer,
  leave: leaveConsumer,
  attendance: attendanceConsumer,
  rewards: rewardsConsumer,
  signals: signalsConsumer,
  operations: operationsConsumer,
};

export const allConsumers = Object.values(consumersByName);
