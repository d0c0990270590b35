import type { Locator } from "playwright-core";

/** Chooses an entry of a list behind a button. */
export async function chooseOption(button: Locator, name: string): Promise<void> {
  await button.click();
  await button.page().getByRole("option", { name, exact: true }).click();
  await button.page().getByRole("listbox").waitFor({ state: "hidden" });
}

/** Finds somebody by typing and takes the first who fits. */
export async function choosePerson(box: Locator, name: string): Promise<void> {
  await box.fill(name);
  await box.page().getByRole("option", { name }).first().click();
}
