import type { MigrationInterface, QueryRunner } from "typeorm";

/** How many rewards the days have earned follows from the days: one for each thirty. */
export class DeriveAttendanceMilestones1763808000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE attendance_counts DROP COLUMN milestones");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE attendance_counts ADD COLUMN milestones INT UNSIGNED NOT NULL DEFAULT 0");
    await runner.query("UPDATE attendance_counts SET milestones = attended_days DIV 30");
    await runner.query("ALTER TABLE attendance_counts ALTER COLUMN milestones DROP DEFAULT");
  }
}
