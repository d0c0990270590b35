import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a lot owes: granted wrongly, but spent or held when that was found. It is taken back as soon as it comes back. */
export class CreateLeaveOwedMinutes1763817000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leave_owed_minutes (
        lot_key VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        minutes INT UNSIGNED NOT NULL,
        PRIMARY KEY (lot_key),
        CONSTRAINT leave_owed_minutes_lot_exists FOREIGN KEY (lot_key) REFERENCES leave_lots (lot_key)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE leave_owed_minutes");
  }
}
