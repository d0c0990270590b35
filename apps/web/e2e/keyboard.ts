import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** Further than this nobody tabs. */
const MOST_TABS = 60;

/** Goes to the control with the Tab key alone, as somebody without a mouse does. */
export async function tabTo(control: Locator): Promise<void> {
  await control.waitFor();
  const hasFocus = () => control.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await hasFocus()) return;
    await control.page().keyboard.press("Tab");
  }
  expect(await hasFocus(), `reached ${control} within ${MOST_TABS} tabs`).toBe(true);
}
