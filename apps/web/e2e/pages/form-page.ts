import type { Page } from "playwright-core";
import { chooseOption } from "./controls";

export type WrittenField = { ko: string; en: string; kind?: string; options?: readonly [ko: string, en: string][] };

/** HR's page of one form: /admin/forms/new and /admin/forms/<code>. */
export class FormPage {
  readonly fields;
  readonly preview;
  readonly addField;
  readonly save;

  constructor(readonly page: Page) {
    this.fields = page.getByRole("main").locator("form ol > li");
    this.preview = page.getByRole("region", { name: "미리보기" });
    this.addField = page.getByRole("button", { name: "항목 추가" });
    this.save = page.getByRole("button", { name: /^(만들기|다음 판으로 저장)$/ });
  }

  async fillAbout(code: string, name: string): Promise<void> {
    await this.page.getByLabel("이름 (한국어)", { exact: true }).fill(name);
    await this.page.getByLabel("이름 (영어)", { exact: true }).fill(`${name} (en)`);
    await this.page.getByLabel("언제 쓰나요? (한국어)").fill("물건이 필요할 때");
    await this.page.getByLabel("언제 쓰나요? (영어)").fill("Something to buy");
    await this.page.getByLabel("코드").fill(code);
  }

  /** Fills the last field, which is empty. */
  async fillField({ ko, en, kind, options = [] }: WrittenField): Promise<void> {
    const field = this.fields.last();
    await field.getByLabel("항목 이름 (한국어)").fill(ko);
    await field.getByLabel("항목 이름 (영어)").fill(en);
    if (kind) await chooseOption(field.getByRole("combobox", { name: "종류" }), kind);
    for (const [index, [optionKo, optionEn]] of options.entries()) {
      await field.getByLabel(`선택지 ${index + 1} (한국어)`).fill(optionKo);
      await field.getByLabel(`선택지 ${index + 1} (영어)`).fill(optionEn);
    }
  }
}
