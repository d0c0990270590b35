import type { MigrationInterface, QueryRunner } from "typeorm";

const LOT_KEY = "VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin";

/** Which lots somebody was told about before they lapse, once each; and the way to the lots that end soon. */
export class CreateLeaveExpiryWarnings1763801400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leave_expiry_warnings (
        lot_key ${LOT_KEY} NOT NULL,
        warned_at DATETIME(3) NOT NULL,
        PRIMARY KEY (lot_key),
        CONSTRAINT leave_expiry_warnings_lot_exists FOREIGN KEY (lot_key) REFERENCES leave_lots (lot_key)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query("CREATE INDEX leave_lots_by_end ON leave_lots (expires_on)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX leave_lots_by_end ON leave_lots");
    await runner.query("DROP TABLE leave_expiry_warnings");
  }
}
