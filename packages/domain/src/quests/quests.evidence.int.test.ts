import { MAX_FILE_BYTES } from "@erp/contracts/files";
import { createQuestInput } from "@erp/contracts/quests";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { fileUploads } from "@erp/db/mysql/entities/file-uploads";
import { storedFiles } from "@erp/db/mysql/entities/stored-files";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uploadFile } from "../files/files.mutations";
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
const upload = (by: EmployeeRow, content: Buffer, name = "결과.pdf") =>
  uploadFile(as(by), { name, base64: content.toString("base64") });
const attach = async (by: EmployeeRow, content: Buffer, name?: string) => {
  const { id: fileId } = await upload(by, content, name);
  await attachEvidence(as(by), { questId, fileId });
};
const pdf = (size: number) => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(size - 9, 1)]);
const work = () => ({ questId, employeeId: worker.id });

describe("evidence", () => {
  it("of five megabytes is kept as it was, and seen beside the work without being read", async () => {
    const content = pdf(MAX_FILE_BYTES);
    await attach(worker, content);
    await reportWork(as(worker), { questId, note: "끝냈어요" });
    const evidence = { name: "결과.pdf", type: "application/pdf", size: MAX_FILE_BYTES };
    expect((await viewQuest(as(boss), { questId })).work).toMatchObject([{ evidence }]);
    const read = await readEvidence(as(boss), work());
    expect(Buffer.from(read.base64, "base64").equals(content)).toBe(true);
  });

  it("can be replaced until the work is reported, and again when it came back", async () => {
    await attach(worker, pdf(20), "초안.pdf");
    await attach(worker, pdf(30), "둘째.pdf");
    await reportWork(as(worker), { questId, note: "끝냈어요" });
    await expectRefusal(attach(worker, pdf(40)), "quest.wrong-state");
    await rejectWork(as(boss), { ...work(), reason: "표지가 없어요" });
    await attach(worker, pdf(50), "셋째.pdf");
    expect(await readEvidence(as(worker), work())).toMatchObject({ name: "셋째.pdf", size: 50 });
  });

  it("is somebody's own upload, once; what it replaces is gone", async () => {
    const { id: fileId } = await upload(worker, pdf(20));
    await expectRefusal(attachEvidence(as(boss), { questId, fileId }), "quest.work-not-found");
    const { id: foreign } = await upload(boss, pdf(20));
    await expectRefusal(attachEvidence(as(worker), { questId, fileId: foreign }), "file.not-found");
    await attachEvidence(as(worker), { questId, fileId });
    await expectRefusal(attachEvidence(as(worker), { questId, fileId }), "file.not-found");
    await attach(worker, pdf(30));
    const { manager } = test.ctx.mysql;
    expect(await manager.existsBy(storedFiles, { id: fileId })).toBe(false);
    expect(await manager.findBy(fileUploads, { employeeId: worker.id })).toEqual([]);
  });

  it("is for who did the work and who decides about it", async () => {
    await attach(worker, pdf(20));
    const peer = await buildEmployee(test.ctx, { departmentId: boss.departmentId });
    const otherBoss = await buildEmployee(test.ctx, { role: "MANAGER" });
    const hr = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
    await acceptQuest(as(peer), { questId });
    for (const stranger of [peer, otherBoss]) await expectRefusal(readEvidence(as(stranger), work()), "file.not-found");
    for (const reader of [worker, boss, hr]) expect(await readEvidence(as(reader), work())).toMatchObject({ size: 20 });
    await expectRefusal(attach(hr, pdf(20)), "quest.work-not-found");
  });
});
