/** Topics are created explicitly, by `migrate`, with these partitions; dead letters of a topic lie beside it. */
export const topics = [
  "erp.employees.v1",
  "erp.approvals.v1",
  "erp.leave.v1",
  "erp.attendance.v1",
  "erp.quests.v1",
  "erp.operations.v1",
] as const;
export type Topic = (typeof topics)[number];
export const PARTITIONS_PER_TOPIC = 6;

export function deadLetterTopic(topic: Topic): string {
  return `${topic}.dead`;
}
