import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";

/** What people want their attendance corrected to; each waits for the approval document of the same id. */
export class CreateAttendanceCorrections1763803100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendance_corrections (
        id ${ID} NOT NULL,
        employee_id ${ID} NOT NULL,
        day DATE NOT NULL,
        checked_in_at DATETIME(3) NULL,
        checked_out_at DATETIME(3) NULL,
        reason VARCHAR(500) NOT NULL,
        status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        requested_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        PRIMARY KEY (id),
        KEY attendance_corrections_of_employee (employee_id, id),
        CONSTRAINT attendance_corrections_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE attendance_corrections");
  }
}
