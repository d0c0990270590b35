import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which standing substitutes HR has named for people who had left, as far as that can be told of those there are. */
export class MarkSuccessions1763810100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE approval_substitutions ADD COLUMN is_succession BOOLEAN NOT NULL DEFAULT FALSE");
    await runner.query(`
      UPDATE approval_substitutions JOIN employees principal ON principal.id = principal_id
         SET is_succession = TRUE
       WHERE principal.status = 'LEAVER' AND from_day IS NULL AND ended_at IS NULL AND named_by <> principal_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE approval_substitutions DROP COLUMN is_succession");
  }
}
