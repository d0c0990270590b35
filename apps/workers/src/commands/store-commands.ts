import type { Verification } from "@erp/contracts/approvals";
import { calendarDate } from "@erp/contracts/dates";
import { migrateAll } from "@erp/db/migrate";
import { verifyAllDocuments } from "@erp/domain/approvals/approvals.queries";
import { rebuildQueues } from "@erp/domain/approvals/approvals.queues.mutations";
import { moveDemoClock } from "@erp/domain/demo-clock";
import { loadDemoCompany } from "@erp/domain/seed/demo-company";
import { dailyTasks } from "../daily-tasks";
import { migrateEnv, readEnv } from "../env";
import { type Command, print, UsageError } from "./command";
import { withKafka, withRuntime } from "./with-runtime";

const migrate: Command = {
  name: "migrate",
  usage: "",
  help: "brings MySQL, MongoDB and Kafka's topics to the shape this version needs; running it again changes nothing",
  run: async () => {
    const env = readEnv(migrateEnv);
    await migrateAll({ mysqlAdminUrl: env.MYSQL_ADMIN_URL, mongoUrl: env.MONGO_URL });
    print("MySQL and MongoDB are migrated");
    await withKafka((kafka) => kafka.createTopics());
    print("Kafka's topics are there");
    return 0;
  },
};

const loadDemo: Command = {
  name: "demo:load",
  usage: "",
  help: "loads the demo company and prints its accounts as one line of JSON; what is there already stays",
  run: async () => {
    const { people, password } = await withRuntime("demo:load", loadDemoCompany);
    const accounts = people.map(({ email, name, role, department }) => ({ email, name, role, department }));
    print(JSON.stringify({ accounts, password }));
    return 0;
  },
};

const moveClock: Command = {
  name: "demo:clock",
  usage: "<day>",
  help: "moves the demo company's clock on to a day such as 2027-01-01: leave accrues and lapses, and every page follows",
  run: async ([text]) => {
    const day = calendarDate.safeParse(text).data;
    if (!day) throw new UsageError("demo:clock needs a day such as 2027-01-01");
    await withRuntime("demo:clock", async (ctx) => {
      const moved = await moveDemoClock(ctx, day);
      for (const task of dailyTasks) await task.run(moved);
    });
    print(`the demo is at ${day} now; open pages follow when they are loaded again`);
    return 0;
  },
};

const verifyApprovals: Command = {
  name: "approvals:verify",
  usage: "",
  help: "checks the history and the files of every submitted document; ends with 1 when one was altered",
  run: async () => {
    const { verified, broken } = await withRuntime("approvals:verify", (ctx) =>
      verifyAllDocuments(ctx, ({ documentId, number, verification }) => {
        print(`✗ ${number ?? documentId}: ${describeDamage(verification)}`);
      }),
    );
    print(`${verified} documents verified, ${broken} altered`);
    return broken === 0 ? 0 : 1;
  },
};

function describeDamage({ firstBrokenSequence, brokenFiles }: Verification): string {
  const history = firstBrokenSequence === null ? [] : [`altered at or before history entry ${firstBrokenSequence}`];
  const files = brokenFiles.map(({ name, problem }) => `file "${name}" is ${problem.toLowerCase()}`);
  return [...history, ...files].join(", ");
}

const rebuild: Command = {
  name: "approvals:rebuild-queues",
  usage: "",
  help: "makes every approver's queue in Redis anew from MongoDB; people can go on working meanwhile",
  run: async () => {
    const documents = await withRuntime("approvals:rebuild-queues", rebuildQueues);
    print(`queues rebuilt from ${documents} documents under way`);
    return 0;
  },
};

export const storeCommands: readonly Command[] = [migrate, loadDemo, moveClock, verifyApprovals, rebuild];
