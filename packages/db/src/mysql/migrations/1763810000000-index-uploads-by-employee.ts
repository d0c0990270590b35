import type { MigrationInterface, QueryRunner } from "typeorm";

/** A person's uploads that no draft has named yet are counted before another one is taken. */
export class IndexUploadsByEmployee1763810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX file_uploads_of_employee ON file_uploads (employee_id, document_id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX file_uploads_of_employee ON file_uploads");
  }
}
