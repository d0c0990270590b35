import type { CreateDepartmentInput, DepartmentView, EditDepartmentInput } from "@erp/contracts/employees";
import type { DepartmentId } from "@erp/contracts/ids";
import { type DepartmentRow, departments } from "@erp/db/mysql/entities/departments";
import { isDuplicateKey, type Tx } from "@erp/db/mysql/transaction";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { findDepartment } from "./employees.departments.queries";

/** Throws `department.code-taken`, `department.not-found` for an unknown parent. */
export async function createDepartment(ctx: Ctx, input: CreateDepartmentInput): Promise<DepartmentView> {
  authorize(ctx, "departments:manage");
  const id = newId<DepartmentId>(ctx.clock);
  await inTransaction(ctx, async (tx) => {
    if (input.parentId !== null) await lockDepartment(tx, input.parentId);
    await tx.insert(departments, { ...input, id, createdAt: ctx.clock.now() });
    await recordAudit(ctx, tx, "department.created", id, input);
    await emit(ctx, tx, "department.created", id, { departmentId: id });
  }).catch((error: unknown) => {
    throw isDuplicateKey(error)
      ? new DomainError("department.code-taken", {}, { code: "department.code-taken" })
      : error;
  });
  return departmentView(ctx, id);
}

/** Renames or moves a department. Throws `department.not-found`, `department.loop`. */
export async function editDepartment(ctx: Ctx, input: EditDepartmentInput): Promise<DepartmentView> {
  authorize(ctx, "departments:manage");
  const { departmentId: id, ...names } = input;
  await inTransaction(ctx, async (tx) => {
    const { nameKo, nameEn, parentId } = await lockDepartment(tx, id);
    await assertNotBelow(tx, id, input.parentId);
    await tx.update(departments, { id }, names);
    await recordAudit(ctx, tx, "department.edited", id, { before: { nameKo, nameEn, parentId }, after: names });
    await emit(ctx, tx, "department.edited", id, { departmentId: id });
  });
  return departmentView(ctx, id);
}

/**
 * Walks from the new parent to the top, locking each step: of two moves that together would make a ring, one waits,
 * or is rolled back and run again, and then sees the other.
 */
async function assertNotBelow(tx: Tx, id: DepartmentId, parentId: DepartmentId | null): Promise<void> {
  for (let above = parentId; above !== null; above = (await lockDepartment(tx, above)).parentId) {
    if (above === id) throw new DomainError("department.loop", {}, { parentId: "department.loop" });
  }
}

async function lockDepartment(tx: Tx, id: DepartmentId): Promise<DepartmentRow> {
  const department = await tx.findOne(departments, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (!department) throw new DomainError("department.not-found");
  return department;
}

async function departmentView(ctx: Ctx, id: DepartmentId): Promise<DepartmentView> {
  const view = await findDepartment(ctx, id);
  if (!view) throw new DomainError("department.not-found");
  return view;
}
