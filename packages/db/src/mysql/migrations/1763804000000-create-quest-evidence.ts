import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";

export class CreateQuestEvidence1763804000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quest_evidence (
        quest_id ${ID} NOT NULL,
        employee_id ${ID} NOT NULL,
        name VARCHAR(200) NOT NULL,
        media_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        size INT UNSIGNED NOT NULL,
        content MEDIUMBLOB NOT NULL,
        attached_at DATETIME(3) NOT NULL,
        PRIMARY KEY (quest_id, employee_id),
        CONSTRAINT quest_evidence_work_exists FOREIGN KEY (quest_id, employee_id) REFERENCES quest_works (quest_id, employee_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE quest_evidence");
  }
}
