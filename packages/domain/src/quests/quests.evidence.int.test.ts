import { MAX_EVIDENCE_BYTES } from "@erp/contracts/quest-evidence";
import { createQuestInput } from "@erp/contracts/quests";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type TestContext, testContext } from "../testing/test-context";
import { attachEvidence } from "./quests.evidence.mutations";
import { readEvidence } from "./quests.evidence.queries";
import { createQuest } from "./quests.mutations";
import { viewQuest } from "./quests.queries";
import { acceptQuest, rejectWork, reportWork } from "./quests.work.mutations";

let test: TestContext;
let boss: EmployeeRow;
let worker: EmployeeRow;
let questId: Awaited<ReturnType<typeof createQuest>>["id"];

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());
beforeEach(async () => {
  boss = await buildEmployee(test.ctx, { role: "MANAGER" });
  worker = await buildEmployee(test.ctx, { departmentId: boss.departmentId });
  questId = (await createQuest(as(boss), createQuestInput.parse({ title: "정리", rewardHalfDays: 1 }))).id;
  await acceptQuest(as(worker), { questId });
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const fileOf = (content: Buffer, name = "결과.pdf") => ({ questId, name, base64: content.toString("base64") });
const pdf = (size: number) => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(size - 9, 1)]);
const work = () => ({ questId, employeeId: worker.id });

describe("evidence", () => {
  it("of five megabytes is kept as it was, and seen beside the work without being read", async () => {
    const content = pdf(MAX_EVIDENCE_BYTES);
    await attachEvidence(as(worker), fileOf(content));
    await reportWork(as(worker), { questId, note: "끝냈어요" });
    const evidence = { name: "결과.pdf", type: "application/pdf", size: MAX_EVIDENCE_BYTES };
    expect((await viewQuest(as(boss), { questId })).work).toMatchObject([{ evidence }]);
    const read = await readEvidence(as(boss), work());
    expect(Buffer.from(read.base64, "base64").equals(content)).toBe(true);
  });

  it.each([
    ["a program", Buffer.from("MZ\x90\x00"), "quest.evidence-type"],
    ["a page that calls itself a picture", Buffer.from("<html>"), "quest.evidence-type"],
    ["a byte too many", pdf(MAX_EVIDENCE_BYTES + 1), "quest.evidence-too-large"],
  ] as const)("that is %s is refused", async (_, content, code) => {
    await expectRefusal(attachEvidence(as(worker), fileOf(content, "사진.png")), code);
    expect((await viewQuest(as(worker), { questId })).work).toMatchObject([{ evidence: null }]);
  });

  it.each([
    ["image/png", Buffer.from("\x89PNG\r\n\x1a\n…", "latin1")],
    ["image/jpeg", Buffer.from("\xff\xd8\xff\xe0", "latin1")],
    ["image/webp", Buffer.from("RIFF\x00\x00\x00\x00WEBPVP8 ", "latin1")],
  ])("is taken for what it is: %s", async (type, content) => {
    expect(await attachEvidence(as(worker), fileOf(content, "아무 이름"))).toMatchObject({ type });
  });

  it("can be replaced until the work is reported, and again when it came back", async () => {
    await attachEvidence(as(worker), fileOf(pdf(20), "초안.pdf"));
    await attachEvidence(as(worker), fileOf(pdf(30), "둘째.pdf"));
    await reportWork(as(worker), { questId, note: "끝냈어요" });
    await expectRefusal(attachEvidence(as(worker), fileOf(pdf(40))), "quest.wrong-state");
    await rejectWork(as(boss), { ...work(), reason: "표지가 없어요" });
    await attachEvidence(as(worker), fileOf(pdf(50), "셋째.pdf"));
    expect(await readEvidence(as(worker), work())).toMatchObject({ name: "셋째.pdf", size: 50 });
  });

  it("is for who did the work and who decides about it", async () => {
    await attachEvidence(as(worker), fileOf(pdf(20)));
    const peer = await buildEmployee(test.ctx, { departmentId: boss.departmentId });
    const otherBoss = await buildEmployee(test.ctx, { role: "MANAGER" });
    const hr = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
    await acceptQuest(as(peer), { questId });
    for (const stranger of [peer, otherBoss])
      await expectRefusal(readEvidence(as(stranger), work()), "quest.evidence-not-found");
    for (const reader of [worker, boss, hr]) expect(await readEvidence(as(reader), work())).toMatchObject({ size: 20 });
    await expectRefusal(attachEvidence(as(hr), fileOf(pdf(20))), "quest.work-not-found");
  });
});
