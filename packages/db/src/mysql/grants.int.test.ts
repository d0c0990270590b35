import { createIsolatedStores, type IsolatedStores } from "@erp/local-stack/testing";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateAll } from "../migrate";
import { openMysql } from "./data-source";
import { APPEND_ONLY_TABLES, grantToApplication, WRITE_ONCE_TABLES } from "./grants";

const TABLE_ACCESS_DENIED = 1142;

let stores: IsolatedStores;
let application: DataSource;
let admin: DataSource;

beforeAll(async () => {
  stores = await createIsolatedStores(migrateAll);
  application = await openMysql(stores.mysqlUrl, 2);
  admin = await openMysql(stores.mysqlAdminUrl, 2);
});
afterAll(async () => {
  await Promise.all([application.destroy(), admin.destroy()]);
  await stores.remove();
});

describe.each(APPEND_ONLY_TABLES)("the application and %s", (table) => {
  it("may read and add, but neither change nor remove nor empty", async () => {
    await application.query(`SELECT COUNT(*) FROM ${table}`);
    await expectDenied(`UPDATE ${table} SET id = id`);
    await expectDenied(`DELETE FROM ${table}`);
    await expectDenied(`TRUNCATE ${table}`);
    await expectDenied(`DROP TABLE ${table}`);
  });
});

describe.each(WRITE_ONCE_TABLES)("the application and %s", (table) => {
  it("may read, add and remove, but not change", async () => {
    await application.query(`DELETE FROM ${table}`);
    await expectDenied(`UPDATE ${table} SET id = id`);
  });
});

it("has no business in the list of migrations", async () => {
  await expectDenied("SELECT * FROM migrations");
});

it("loses a right that a later version narrows", async () => {
  const user = "erp_app";
  await admin.query(`GRANT UPDATE, DELETE ON audit_entries TO '${user}'@'%'`);
  await application.query("UPDATE audit_entries SET at = at");
  await grantToApplication(admin, user);
  await expectDenied("UPDATE audit_entries SET at = at");
});

it("is given to a plain name only", async () => {
  await expect(grantToApplication(admin, "x'; DROP USER erp_app; --")).rejects.toThrow("not a plain user name");
});

async function expectDenied(statement: string): Promise<void> {
  await expect(application.query(statement), statement).rejects.toMatchObject({ errno: TABLE_ACCESS_DENIED });
}
