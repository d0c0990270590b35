import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateAuditAndSignUps1763800200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        actor_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
        action VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        detail TEXT NOT NULL,
        at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        KEY audit_entries_of_subject (subject, id),
        KEY audit_entries_of_actor (actor_id, id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE sign_ups (
        email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        name VARCHAR(50) NOT NULL,
        department_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (email),
        CONSTRAINT sign_ups_department_exists FOREIGN KEY (department_id) REFERENCES departments (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE sign_ups");
    await runner.query("DROP TABLE audit_entries");
  }
}
