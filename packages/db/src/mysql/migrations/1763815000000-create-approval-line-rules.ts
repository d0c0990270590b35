import type { MigrationInterface, QueryRunner } from "typeorm";

const ASCII = "CHARACTER SET ascii COLLATE ascii_bin";

/** The line rules that HR has changed; every other form keeps the one it came with, which is code (ADR 0029). */
export class CreateApprovalLineRules1763815000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE approval_line_rules (
        form_code VARCHAR(40) ${ASCII} NOT NULL,
        version INT UNSIGNED NOT NULL,
        tiers TEXT NOT NULL,
        agreement_department_code VARCHAR(40) ${ASCII} NULL,
        agreement_from_krw BIGINT UNSIGNED NULL,
        enforcement VARCHAR(10) ${ASCII} NOT NULL,
        changed_by CHAR(26) ${ASCII} NOT NULL,
        changed_at DATETIME(3) NOT NULL,
        PRIMARY KEY (form_code),
        CONSTRAINT approval_line_rules_department_exists FOREIGN KEY (agreement_department_code) REFERENCES departments (code),
        CONSTRAINT approval_line_rules_changer_exists FOREIGN KEY (changed_by) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE approval_line_rules");
  }
}
