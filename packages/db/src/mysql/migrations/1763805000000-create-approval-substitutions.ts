import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";
const TABLE = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";

export class CreateApprovalSubstitutions1763805000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE approval_substitutions (
        id ${ID} NOT NULL,
        principal_id ${ID} NOT NULL,
        substitute_id ${ID} NOT NULL,
        from_day DATE NULL,
        to_day DATE NULL,
        reason VARCHAR(200) NOT NULL,
        named_by ${ID} NOT NULL,
        named_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        PRIMARY KEY (id),
        KEY principal (principal_id, ended_at),
        KEY substitute (substitute_id, ended_at),
        CONSTRAINT substitution_principal_exists FOREIGN KEY (principal_id) REFERENCES employees (id),
        CONSTRAINT substitution_substitute_exists FOREIGN KEY (substitute_id) REFERENCES employees (id),
        CONSTRAINT substitution_of_another CHECK (principal_id <> substitute_id),
        CONSTRAINT substitution_days CHECK ((from_day IS NULL AND to_day IS NULL) OR from_day <= to_day)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE approver_days_away (
        request_id ${ID} NOT NULL,
        day DATE NOT NULL,
        employee_id ${ID} NOT NULL,
        PRIMARY KEY (request_id, day),
        KEY employee (employee_id, day)
      ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE approver_days_away");
    await runner.query("DROP TABLE approval_substitutions");
  }
}
