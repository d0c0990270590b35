import type { ApiClient, Visitor } from "./api-client";
import { apiClientOf } from "./api-client";

export type Load = {
  /** Documents that were submitted and approved, as the answers said. */
  documentIds: string[];
  requests: number;
  failures: string[];
  /** Resolves when what is under way is finished. */
  stop(): Promise<void>;
};

/** People at work, side by side: each writes a document, looks at lists and pages, and has the document approved. */
export function startLoad(requester: Visitor, approver: Visitor & { id: string }, people: number): Load {
  const load = { documentIds: [] as string[], requests: 0, failures: [] as string[] };
  let isStopping = false;
  const count = async <Answer>(what: string, work: () => Promise<Answer>): Promise<Answer | null> => {
    load.requests += 1;
    return work().catch((error: unknown) => {
      load.failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
  };
  const write = apiClientOf(requester);
  const decide = apiClientOf(approver);
  const workOnce = async () => {
    const document = await count("submit", () => submit(write, approver.id));
    await count("page", () => openPage(requester, "/approvals/mine"));
    await count("list", () => decide.approvals.list.query({ box: "WAITING" }));
    if (!document) return;
    const { id: documentId, version } = document;
    const decided = await count("approve", () => decide.approvals.approve.mutate({ documentId, version }));
    if (decided) load.documentIds.push(documentId);
  };
  const workers = Array.from({ length: people }, async () => {
    while (!isStopping) await workOnce();
  });
  return Object.assign(load, {
    stop: async () => {
      isStopping = true;
      await Promise.all(workers);
    },
  });
}

export function submit(client: ApiClient, approverId: string) {
  return client.approvals.submit.mutate({
    formCode: "EXPENSE",
    title: "교체 중에 쓴 문서",
    values: { amountKrw: 30_000, spentOn: "2026-11-19", content: "서버 교체" },
    line: [{ kind: "APPROVAL", quorum: "ALL", approverIds: [approverId] }],
    referenceIds: [],
    readerIds: [],
  } as Parameters<ApiClient["approvals"]["submit"]["mutate"]>[0]);
}

async function openPage({ origin, headers }: Visitor, path: string): Promise<void> {
  const answer = await fetch(origin + path, { headers, redirect: "manual" });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
}
