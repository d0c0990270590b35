import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const folder = fileURLToPath(new URL("./screenshots/", import.meta.url));

/** A picture to look at, in a folder git ignores. The whole `npm test` takes none (`ERP_PICTURES=off`): nobody looks at them there. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.ERP_PICTURES !== "off") await pictureOf(page, name);
}

/** A picture that somebody will look at in any case. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: false });
}
