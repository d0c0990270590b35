import type { MigrationInterface, QueryRunner } from "typeorm";

const ASCII = "CHARACTER SET ascii COLLATE ascii_bin";
const ID = `CHAR(26) ${ASCII}`;
const TABLE = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";
/** The same id for the same evidence, however often it is computed; capital hexadecimal is within the letters of a ULID. */
const ID_OF_EVIDENCE = "UPPER(LEFT(SHA2(CONCAT(quest_id, employee_id), 256), 26))";

/** Files in one place for quests and documents (ADR 0020); what `quest_evidence` held moves over. */
export class CreateStoredFiles1763807000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_files (
        id ${ID} NOT NULL,
        name VARCHAR(200) NOT NULL,
        media_type VARCHAR(40) ${ASCII} NOT NULL,
        size INT UNSIGNED NOT NULL,
        sha256 CHAR(64) ${ASCII} NOT NULL,
        content MEDIUMBLOB NOT NULL,
        stored_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE file_uploads (
        file_id ${ID} NOT NULL,
        employee_id ${ID} NOT NULL,
        document_id ${ID} NULL,
        touched_at DATETIME(3) NOT NULL,
        PRIMARY KEY (file_id),
        KEY file_uploads_by_age (touched_at, file_id),
        CONSTRAINT file_uploads_file_exists FOREIGN KEY (file_id) REFERENCES stored_files (id)
      ) ${TABLE}`);
    await runner.query(`
      INSERT INTO stored_files (id, name, media_type, size, sha256, content, stored_at)
      SELECT ${ID_OF_EVIDENCE}, name, media_type, size, SHA2(content, 256), content, attached_at FROM quest_evidence`);
    await runner.query(`ALTER TABLE quest_evidence ADD COLUMN file_id ${ID} NULL AFTER employee_id`);
    await runner.query(`UPDATE quest_evidence SET file_id = ${ID_OF_EVIDENCE}`);
    await runner.query(`
      ALTER TABLE quest_evidence
        MODIFY file_id ${ID} NOT NULL,
        DROP COLUMN name, DROP COLUMN media_type, DROP COLUMN size, DROP COLUMN content,
        ADD CONSTRAINT quest_evidence_file_exists FOREIGN KEY (file_id) REFERENCES stored_files (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE quest_evidence DROP FOREIGN KEY quest_evidence_file_exists");
    await runner.query(`
      ALTER TABLE quest_evidence
        ADD COLUMN name VARCHAR(200) NULL, ADD COLUMN media_type VARCHAR(40) ${ASCII} NULL,
        ADD COLUMN size INT UNSIGNED NULL, ADD COLUMN content MEDIUMBLOB NULL`);
    await runner.query(`
      UPDATE quest_evidence JOIN stored_files ON stored_files.id = quest_evidence.file_id
         SET quest_evidence.name = stored_files.name, quest_evidence.media_type = stored_files.media_type,
             quest_evidence.size = stored_files.size, quest_evidence.content = stored_files.content`);
    await runner.query(`
      ALTER TABLE quest_evidence
        MODIFY name VARCHAR(200) NOT NULL, MODIFY media_type VARCHAR(40) ${ASCII} NOT NULL,
        MODIFY size INT UNSIGNED NOT NULL, MODIFY content MEDIUMBLOB NOT NULL, DROP COLUMN file_id`);
    await runner.query("DROP TABLE file_uploads");
    await runner.query("DROP TABLE stored_files");
  }
}
