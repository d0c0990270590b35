import type { Page } from "playwright-core";

export type Problem = { page: string; what: string };

/** Chromium reports every refused call on the console; that a call is refused is for the test to judge. */
const REFUSED_CALL = /Failed to load resource: the server responded with a status of 4\d\d/;

/** A socket that cannot be opened is reported too; whether live updates work is for the tests that wait for them. */
const NO_SOCKET = /WebSocket connection to .* failed/;

/** Collects what no page may do: complain, throw, or be answered 5xx. */
export function watchForProblems(page: Page, problems: Problem[]): void {
  const add = (what: string) => problems.push({ page: page.url(), what });
  page.on("console", (message) => {
    const isExpected = REFUSED_CALL.test(message.text()) || NO_SOCKET.test(message.text());
    if (message.type() === "error" && !isExpected) add(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => add(`threw: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) add(`${response.status()} ${response.url()}`);
  });
}
