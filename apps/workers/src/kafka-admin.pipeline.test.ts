import { expect, it } from "vitest";
import { openTestKafka } from "./testing/pipeline";

const ROUNDS = [1, 2, 3, 4, 5, 6];

it("tells a group's progress on topics that were made a moment ago", async () => {
  for (const round of ROUNDS) {
    const kafka = await openTestKafka(`test-fresh-${process.pid}-${round}.`);
    await kafka.createTopics();
    const progress = await kafka.progress("effects", "erp.approvals.v1");
    expect(progress.every(({ committed, end }) => committed === 0n && end === 0n)).toBe(true);
    await kafka.removeTopics();
    await kafka.close();
  }
});
