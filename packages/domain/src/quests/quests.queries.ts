import type { Page } from "@erp/contracts/paging";
import { hasPermission } from "@erp/contracts/permissions";
import type { ListQuestsInput, QuestByIdInput, QuestView, WorkView } from "@erp/contracts/quests";
import { type QuestWorkRow, questWorks } from "@erp/db/mysql/entities/quest-works";
import { type QuestRow, quests } from "@erp/db/mysql/entities/quests";
import { In } from "typeorm";
import type { EmployeeActor } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { DomainError } from "../errors";
import { evidenceOf } from "./quests.evidence.queries";
import { canManage } from "./quests.policy";
import { allowedActions, type VisibleWork } from "./quests.rules";

/** A quest of one's department, or one that one has accepted or manages. Throws `quest.not-found`, `quest.other-department`. */
export async function viewQuest(ctx: Ctx, { questId }: QuestByIdInput): Promise<QuestView> {
  const actor = authorize(ctx, "quests:work");
  const quest = await ctx.mysql.manager.findOne(quests, { where: { id: questId } });
  if (!quest) throw new DomainError("quest.not-found");
  const [view] = await toViews(ctx, actor, [quest]);
  const isConcerned = canManage(actor, quest) || view?.work.some(({ person }) => person.id === actor.id);
  if (!view || (quest.status === "REMOVED" && !isConcerned)) throw new DomainError("quest.not-found");
  if (!isConcerned && quest.departmentId !== actor.departmentId) throw new DomainError("quest.other-department");
  return view;
}

/**
 * The quests of the actor's department and those they have accepted, newest first; for HR, of another department they name.
 * A removed quest stays with whoever made it, and with HR, while somebody waits for their decision.
 */
export async function listQuests(ctx: Ctx, input: ListQuestsInput): Promise<Page<QuestView>> {
  const actor = authorize(ctx, "quests:work");
  const { limit, cursor = null, departmentId = actor.departmentId } = input;
  const isOwn = departmentId === actor.departmentId;
  const isAdministrator = hasPermission(actor.role, "quests:administer");
  if (!isOwn && !isAdministrator) throw new DomainError("quest.other-department");
  const rows: { id: QuestRow["id"] }[] = await ctx.mysql.query(
    `SELECT quest.id FROM quests quest
       LEFT JOIN quest_works mine ON mine.quest_id = quest.id AND mine.employee_id = ?
      WHERE ((quest.department_id = ? AND quest.status <> 'REMOVED') OR (? AND mine.quest_id IS NOT NULL)
             OR (quest.department_id = ? AND (quest.created_by = ? OR ?) AND EXISTS (SELECT 1 FROM quest_works waiting
                  WHERE waiting.quest_id = quest.id AND waiting.state = 'WAITING_APPROVAL')))
        AND (? IS NULL OR quest.id < ?)
      ORDER BY quest.id DESC LIMIT ?`,
    [actor.id, departmentId, isOwn, departmentId, actor.id, isAdministrator, cursor, cursor, limit + 1],
  );
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const found =
    ids.length === 0 ? [] : await ctx.mysql.manager.find(quests, { where: { id: In(ids) }, order: { id: "DESC" } });
  const items = await toViews(ctx, actor, found);
  return { items, nextCursor: rows.length > limit ? (ids.at(-1) ?? null) : null };
}

async function toViews(ctx: Ctx, actor: EmployeeActor, found: readonly QuestRow[]): Promise<QuestView[]> {
  if (found.length === 0) return [];
  const work = await readVisibleWork(ctx, actor, found);
  const visibleWork = [...work.values()].flatMap(({ works }) => works);
  const concerned = [...found.map(({ createdBy }) => createdBy), ...visibleWork.map(({ employeeId }) => employeeId)];
  const [people, evidence] = await Promise.all([findPeople(ctx, concerned), evidenceOf(ctx, visibleWork)]);
  const personOf = (id: QuestRow["createdBy"]): WorkView["person"] => {
    const person = people.get(id);
    if (!person) throw new Error(`quests name ${id}, whom nobody knows`);
    return person;
  };
  const now = ctx.clock.now();
  return found.map((quest) => {
    const visible = work.get(quest.id) ?? { accepted: 0, works: [] };
    return {
      ...offerOf(quest),
      accepted: visible.accepted,
      creator: personOf(quest.createdBy),
      work: visible.works.map((each) => toWorkView(each, personOf(each.employeeId), evidence(each))),
      allowedActions: allowedActions(actor, quest, visible, now),
    };
  });
}

/** Everybody's work where the actor decides about it, otherwise their own; of the others' only how many they are. */
async function readVisibleWork(
  ctx: Ctx,
  actor: EmployeeActor,
  found: readonly QuestRow[],
): Promise<Map<QuestRow["id"], VisibleWork>> {
  const ids = found.map(({ id }) => id);
  const managed = found.filter((quest) => canManage(actor, quest)).map(({ id }) => id);
  const [works, counts]: [QuestWorkRow[], { questId: QuestRow["id"]; accepted: number }[]] = await Promise.all([
    ctx.mysql.manager.find(questWorks, {
      where: [{ questId: In(managed) }, { questId: In(ids), employeeId: actor.id }],
      order: { acceptedAt: "ASC" },
    }),
    ctx.mysql.query(
      "SELECT quest_id AS questId, COUNT(*) AS accepted FROM quest_works WHERE quest_id IN (?) GROUP BY quest_id",
      [ids],
    ),
  ]);
  return new Map(
    counts.map(({ questId, accepted }) => [
      questId,
      { accepted: Number(accepted), works: works.filter((work) => work.questId === questId) },
    ]),
  );
}

function offerOf({ createdBy: _creator, departmentId: _department, ...offer }: QuestRow) {
  return offer;
}

function toWorkView(
  { state, note, reason, acceptedAt, updatedAt }: QuestWorkRow,
  person: WorkView["person"],
  evidence: WorkView["evidence"],
): WorkView {
  return { person, state, note, evidence, reason, acceptedAt, updatedAt };
}
