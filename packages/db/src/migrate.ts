import { openMongo } from "./mongo/connection";
import { ensureMongoIndexes } from "./mongo/indexes";
import { openMysql } from "./mysql/data-source";
import { grantToApplication } from "./mysql/grants";

export type MigrateOptions = { mysqlAdminUrl: string; mongoUrl: string; applicationUser?: string };

/** Brings both stores to the shape this version needs, and the application's rights with it. Running it again changes nothing. */
export async function migrateAll({
  mysqlAdminUrl,
  mongoUrl,
  applicationUser = "erp_app",
}: MigrateOptions): Promise<void> {
  const mysql = await openMysql(mysqlAdminUrl, 2);
  try {
    await mysql.runMigrations({ transaction: "each" });
    await grantToApplication(mysql, applicationUser);
  } finally {
    await mysql.destroy();
  }
  const mongo = await openMongo(mongoUrl, 2);
  try {
    await ensureMongoIndexes(mongo);
  } finally {
    await mongo.close();
  }
}
