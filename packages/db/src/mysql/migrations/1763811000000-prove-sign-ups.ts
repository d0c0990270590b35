import type { MigrationInterface, QueryRunner } from "typeorm";

/** A sign-up is confirmed by the browser that began it. Those under way before this are begun again. */
export class ProveSignUps1763811000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE sign_ups ADD COLUMN proof_hash CHAR(64) NULL");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE sign_ups DROP COLUMN proof_hash");
  }
}
