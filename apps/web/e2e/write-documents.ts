import type { Page } from "playwright-core";
import { type DemoPerson, demoPeople } from "./demo-people";

/** A title that no other test's document has. */
export function newTitle(beginning: string): string {
  return `${beginning} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
}

type Approver = DemoPerson | { name: string };
type Line = readonly (Approver | readonly Approver[])[];

/**
 * Submits a purchase through the API as the page's person: for tests that are about what happens afterwards. It may have any
 * line, because the rule of that form only suggests. Each entry is a step; one with several people needs all of them.
 */
export async function submitExpense(page: Page, title: string, line: Line): Promise<{ id: string; version: number }> {
  const names = line.map((step) =>
    [step].flat().map((each) => (typeof each === "string" ? demoPeople[each] : each).name),
  );
  return page.evaluate(
    async ([title, names]) => {
      const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));
      const idOf = async (name: string) => {
        const found = await (await fetch(`/api/trpc/employees.list?input=${input({ search: name, limit: 5 })}`)).json();
        return found.result.data.items[0].id as string;
      };
      const steps = [];
      for (const step of names)
        steps.push({ kind: "APPROVAL", quorum: "ALL", approverIds: await Promise.all(step.map(idOf)) });
      const values = { v1f1: "서버 두 대", v1f2: "v1o1", v1f3: 1_280_000, v1f5: "접속이 늘어요" };
      const document = { formCode: "PUR", title, values, line: steps, referenceIds: [], readerIds: [] };
      const headers = { "content-type": "application/json" };
      const answer = await fetch("/api/trpc/approvals.submit", {
        method: "POST",
        headers,
        body: JSON.stringify(document),
      });
      if (!answer.ok) throw new Error(await answer.text());
      const { id, version } = (await answer.json()).result.data;
      return { id, version };
    },
    [title, names] as const,
  );
}
