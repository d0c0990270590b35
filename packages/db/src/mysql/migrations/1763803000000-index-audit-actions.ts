import type { MigrationInterface, QueryRunner } from "typeorm";

/** The audit log is filtered by what was done, and read from the newest on. */
export class IndexAuditActions1763803000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX audit_entries_of_action ON audit_entries (action, id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX audit_entries_of_action ON audit_entries");
  }
}
