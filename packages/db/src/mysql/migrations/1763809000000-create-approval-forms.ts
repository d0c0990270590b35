import type { MigrationInterface, QueryRunner } from "typeorm";

const ASCII = "CHARACTER SET ascii COLLATE ascii_bin";
const TABLE = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";

/** The forms HR makes for itself, and every version they ever had (ADR 0028). */
export class CreateApprovalForms1763809000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE approval_forms (
        code CHAR(3) ${ASCII} NOT NULL,
        version INT UNSIGNED NOT NULL,
        is_offered BOOLEAN NOT NULL,
        PRIMARY KEY (code)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE approval_form_versions (
        code CHAR(3) ${ASCII} NOT NULL,
        version INT UNSIGNED NOT NULL,
        name_ko VARCHAR(40) NOT NULL,
        name_en VARCHAR(40) NOT NULL,
        description_ko VARCHAR(120) NOT NULL,
        description_en VARCHAR(120) NOT NULL,
        fields MEDIUMTEXT NOT NULL,
        made_by CHAR(26) ${ASCII} NOT NULL,
        made_at DATETIME(3) NOT NULL,
        PRIMARY KEY (code, version),
        CONSTRAINT approval_form_versions_form_exists FOREIGN KEY (code) REFERENCES approval_forms (code),
        CONSTRAINT approval_form_versions_maker_exists FOREIGN KEY (made_by) REFERENCES employees (id)
      ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["approval_form_versions", "approval_forms"]) await runner.query(`DROP TABLE ${table}`);
  }
}
