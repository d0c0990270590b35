import type { MigrationInterface, QueryRunner } from "typeorm";

/** People are told 60, 30 and 7 days before a lot lapses, each once; what was told so far was told 30 days before. */
export class WarnOfExpiringLeaveInSteps1763806000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE leave_expiry_warnings
        ADD COLUMN days_before TINYINT UNSIGNED NOT NULL DEFAULT 30 AFTER lot_key,
        DROP PRIMARY KEY, ADD PRIMARY KEY (lot_key, days_before)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM leave_expiry_warnings WHERE days_before <> 30");
    await runner.query(`
      ALTER TABLE leave_expiry_warnings
        DROP PRIMARY KEY, ADD PRIMARY KEY (lot_key), DROP COLUMN days_before`);
  }
}
