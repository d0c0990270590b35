import { rebuildQueues } from "@erp/domain/approvals/approvals.queues.mutations";
import type { Ctx } from "@erp/domain/context";
import { step } from "@erp/local-stack/progress";
import { createAccounts } from "./data/accounts";
import { type Archive, describeDocument, WATCHERS } from "./data/archive";
import { type Colleague, type Company, findColleague, loadCompany } from "./data/company";
import { composeDocument } from "./data/compose-document";
import { loadDocuments, removeAllDocuments, reserveNumbers } from "./data/load-documents";
import { pick } from "./data/scatter";
import type { BenchEnv } from "./env";
import type { Plan } from "./options";
import { type Session, signIn } from "./portal/session";

/** Everything a measurement is given: a company at work and people signed in. */
export type Stage = {
  plan: Plan;
  env: BenchEnv;
  /** Straight to the stores, past the portal: to load and to look, never to measure. */
  ctx: Ctx;
  origin: string;
  archive: Archive;
  /** Everybody who is signed in but the watchers. */
  people: readonly Session[];
  /** Those whose boxes are looked at; see data/archive.ts. */
  watchers: readonly Session[];
  /** Sees the documents of everybody. */
  administrator: Session;
  /** How many documents of the archive are in the store. */
  documents: number;
};

export async function prepareStage(ctx: Ctx, env: BenchEnv, plan: Plan): Promise<Stage> {
  const origin = env.PUBLIC_URL;
  const company = await step(`${plan.employees} employees`, () => loadCompany(ctx, plan.employees));
  const chosen = spreadOver(company, plan.signedInPeople);
  await step(`${chosen.length} accounts`, () => createAccounts(ctx, chosen, env.DEMO_PASSWORD));
  const sessions = await step(`${chosen.length} people signed in`, () => signInAll(origin, chosen, env.DEMO_PASSWORD));
  const watchers = sessions.slice(0, WATCHERS);
  const people = sessions.slice(WATCHERS);
  await step("every second of them leads another", () => pairUp(ctx, people));
  await step("the archive is empty", () => removeAllDocuments(ctx));
  return {
    plan,
    env,
    ctx,
    origin,
    archive: { company, watchers: watchers.map(({ person }) => person), now: ctx.clock.now() },
    people,
    watchers,
    administrator: await signInAdministrator(ctx, origin, env),
    documents: 0,
  };
}

/** Pairs of whom the second leads the first, so that both are signed in and the form's rule of lines is kept. */
async function pairUp(ctx: Ctx, people: readonly Session[]): Promise<void> {
  for (let turn = 0; turn < people.length / 2; turn += 1) {
    const { requester, approver } = pairOf(people, turn);
    await ctx.mysql.query("UPDATE employees SET manager_id = ? WHERE id = ?", [
      approver.person.id,
      requester.person.id,
    ]);
  }
}

/** Who asks and who decides in this turn. */
export function pairOf(people: readonly Session[], turn: number): { requester: Session; approver: Session } {
  const pairs = Math.floor(people.length / 2);
  const first = 2 * (turn % pairs);
  return { requester: pick(people, first), approver: pick(people, first + 1) };
}

/** Fills the archive up to this size; answers how long that took, in seconds. */
export async function growArchive(stage: Stage, size: number): Promise<number> {
  const { ctx, archive } = stage;
  const startedAt = performance.now();
  await step(`${size} documents in the archive`, () =>
    loadDocuments(ctx, stage.documents, size, (index) => composeDocument(describeDocument(archive, index))),
  );
  stage.documents = size;
  // Also those of the documents that are loaded after others were submitted.
  await reserveNumbers(ctx, Math.max(...stage.plan.sizes));
  await step("the approvers' queues are rebuilt", () => rebuildQueues(ctx));
  return (performance.now() - startedAt) / 1000;
}

/** Members of staff of as many departments as possible: managers have the archive's waiting documents in their boxes. */
function spreadOver({ staff }: Company, count: number): Colleague[] {
  const distance = Math.floor(staff.length / count);
  return Array.from({ length: count }, (_, index) => pick(staff, index * distance));
}

/** One after the other, as the identity server here takes them. */
async function signInAll(origin: string, people: readonly Colleague[], password: string): Promise<Session[]> {
  const sessions: Session[] = [];
  for (const person of people) sessions.push(await signIn(origin, person, password));
  return sessions;
}

async function signInAdministrator(ctx: Ctx, origin: string, env: BenchEnv): Promise<Session> {
  const account = env.DEMO_ACCOUNTS.find(({ role }) => role === "HR_ADMIN");
  if (!account) throw new Error("the demo company has no HR administrator");
  return signIn(origin, await findColleague(ctx, account.email), env.DEMO_PASSWORD);
}
