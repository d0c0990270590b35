import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "@erp/domain/context";
import { emit } from "@erp/domain/emit";
import { inTransaction, inTransactionOnce } from "@erp/domain/transaction";
import { type ConsumerDefinition, defineConsumer } from "../define-consumer";
import type { Pipeline } from "./pipeline";

/** Every delivery and every effect leaves a row, in the order in which they happened. */
const ROW = "id BIGINT AUTO_INCREMENT PRIMARY KEY, aggregate CHAR(26), number INT, worker VARCHAR(40)";

export type Trace = { aggregate: string; number: number; worker: string };

export async function createEffectTables(pipeline: Pipeline): Promise<void> {
  await pipeline.createTable("deliveries", ROW);
  await pipeline.createTable("effects", ROW);
}

/** A group whose effect in MySQL can be counted. `worker` names the program it runs in. */
export function effectConsumer(worker: string, afterEffect: (number: number) => void = () => {}): ConsumerDefinition {
  const group = "effects";
  return defineConsumer({
    group,
    on: {
      "employee.edited": async (ctx, event) => {
        const number = Number(event.data.changed[0]);
        const row = [event.key, number, worker];
        await ctx.mysql.query("INSERT INTO deliveries (aggregate, number, worker) VALUES (?, ?, ?)", row);
        await inTransactionOnce(ctx, group, event, async (tx) => {
          await tx.query("INSERT INTO effects (aggregate, number, worker) VALUES (?, ?, ?)", row);
        });
        afterEffect(number);
      },
    },
  });
}

/** The `number`th change of an employee, stored with its event in one transaction, as every use case does. */
export async function changeEmployee(ctx: Ctx, employeeId: EmployeeId, number: number): Promise<void> {
  await inTransaction(ctx, (tx) =>
    emit(ctx, tx, "employee.edited", employeeId, { employeeId, changed: [String(number)] }),
  );
}

export function readTraces(ctx: Ctx, table: "deliveries" | "effects"): Promise<Trace[]> {
  return ctx.mysql.query(`SELECT aggregate, number, worker FROM ${table} ORDER BY id`);
}

/** The numbers of each aggregate in the order in which they took effect. */
export function numbersByAggregate(traces: readonly Trace[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const { aggregate, number } of traces) numbers.set(aggregate, [...(numbers.get(aggregate) ?? []), number]);
  return numbers;
}
