import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { EditorPage } from "./pages/editor-page";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";
import { newTitle } from "./write-documents";

const onePoint = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const photo = { name: "영수증.png", mimeType: "image/png", buffer: Buffer.from(onePoint, "base64") };
const invoice = { name: "청구서.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(2_000_000, "%PDF-1.7 ") };
const page = { name: "사진.png", mimeType: "image/png", buffer: Buffer.from("<script>alert(1)</script>") };
const tooLarge = { name: "영상.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(5 * 1024 * 1024 + 1, "%PDF-") };

/** The picture of one point has arrived, and is a picture. */
async function expectDrawn(picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
}

describe("the files of a document", () => {
  it("are kept with the draft, seen by its approver as they were, and by nobody else", async ({ open }) => {
    const title = newTitle("영수증이 있는 지출");
    const editor = new EditorPage(await open("/approvals/new?form=EXPENSE", { as: "haneul.kim", width: 360 }));
    await editor.fill({ title, amount: "45000", spentOn: "2026-11-19", content: "고객사 방문 택시비" });
    const files = editor.page.getByRole("region", { name: "첨부 파일" });
    await files.locator("input[type=file]").setInputFiles([photo, invoice, page, tooLarge]);
    await files.getByText("PDF, PNG, JPEG, WebP 파일만 첨부할 수 있어요.").waitFor();
    await files.getByText("파일은 5MB까지 첨부할 수 있어요.").waitFor();
    for (const { name } of [page, tooLarge]) await files.getByRole("button", { name: `${name} 빼기` }).click();
    await files.getByText("1.9 MB").waitFor();
    await expectAccessible(editor.page);
    await takePicture(editor.page, "files-write-360");
    await editor.saving.waitFor();
    await editor.page.waitForURL(/\/approvals\/drafts\/[0-9A-Z]{26}$/);
    await expect.poll(() => files.getByRole("listitem").count()).toBe(2);

    await editor.page.getByRole("button", { name: "미리보기" }).click();
    const preview = editor.page.getByRole("dialog", { name: "이렇게 보여요" });
    await expectDrawn(preview.getByRole("img", { name: photo.name }));
    await preview.getByRole("link", { name: `첨부 파일 받기: ${invoice.name}` }).waitFor();
    await expectAccessible(editor.page);
    await takePicture(editor.page, "files-preview-360");
    await editor.page.keyboard.press("Escape");
    await preview.waitFor({ state: "hidden" });
    await editor.submitAndWait();

    const address = new URL(editor.page.url()).pathname.replace("/mine", "");
    const approver = await open(address, { as: "donghyun.oh", theme: "dark" });
    await expectDrawn(approver.getByRole("img", { name: photo.name }));
    await approver.getByRole("button", { name: "위·변조 없음" }).waitFor();
    const link = approver.getByRole("link", { name: `첨부 파일 받기: ${invoice.name}` });
    const [saved] = await Promise.all([approver.waitForEvent("download"), link.click()]);
    expect(saved.suggestedFilename()).toBe(invoice.name);
    expect(readFileSync(await saved.path()).equals(invoice.buffer)).toBe(true);
    await expectAccessible(approver);
    await takePicture(approver, "files-document-dark-1440");

    const fileAddress = String(await link.getAttribute("href"));
    const answer = await approver.request.get(fileAddress);
    expect(answer.headers()).toMatchObject({
      "content-disposition": expect.stringMatching(/^attachment; /),
      "x-content-type-options": "nosniff",
      "content-type": "application/pdf",
    });
    const stranger = await open("/", { as: "youngsoo.yoon" });
    expect((await stranger.request.get(fileAddress)).status()).toBe(404);
    const otherDocument = fileAddress.replace(/documents\/\w{26}/, "documents/01JDCA5N8QG7X2M4R6T9VWYZ0B");
    expect((await approver.request.get(otherDocument)).status()).toBe(404);
    expect((await (await open("/sign-in")).request.get(fileAddress)).status()).toBe(401);

    await editor.page.goto(address);
    await editor.page.getByRole("link", { name: "복사해서 새로 작성" }).click();
    await editor.page.getByText("첨부 파일 2개는 가져오지 않았어요").waitFor();
  });
});
