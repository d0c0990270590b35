import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";

/** Days lie by person, as histories are read; the second index serves "the department today" and forgotten check-outs. */
export class CreateAttendance1763801100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendance_days (
        employee_id ${ID} NOT NULL,
        day DATE NOT NULL,
        checked_in_at DATETIME(3) NOT NULL,
        checked_out_at DATETIME(3) NULL,
        worked_minutes SMALLINT UNSIGNED NULL,
        closing VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
        PRIMARY KEY (employee_id, day),
        KEY attendance_days_open (closing, day),
        CONSTRAINT attendance_days_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE attendance_counts (
        employee_id ${ID} NOT NULL,
        attended_days INT UNSIGNED NOT NULL,
        milestones INT UNSIGNED NOT NULL,
        PRIMARY KEY (employee_id),
        CONSTRAINT attendance_counts_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE attendance_counts");
    await runner.query("DROP TABLE attendance_days");
  }
}
