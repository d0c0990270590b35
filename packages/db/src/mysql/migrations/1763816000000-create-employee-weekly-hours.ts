import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";
/** The Korean day of an audit entry, which is stored in UTC. */
const EDITED_ON = "DATE(entry.at + INTERVAL 9 HOUR)";
const EDITS = "entry.action = 'employee.edited' AND JSON_VALUE(entry.detail, '$.weeklyMinutes.after') IS NOT NULL";

/**
 * From which day which weekly hours hold. Until now only the latest were known, but the audit log has every change of them:
 * they held from the Korean day of the edit on, and what was before the first one, or is today, since the hire date.
 */
export class CreateEmployeeWeeklyHours1763816000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE employee_weekly_hours (
        employee_id ${ID} NOT NULL,
        from_day DATE NOT NULL,
        weekly_minutes SMALLINT UNSIGNED NOT NULL,
        changed_by ${ID} NULL,
        changed_at DATETIME(3) NOT NULL,
        PRIMARY KEY (employee_id, from_day),
        CONSTRAINT employee_weekly_hours_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await this.enterEdits(runner);
    await this.enterFirstHours(runner);
    await this.letLotsFollowTheHistory(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE employee_weekly_hours");
  }

  /** The last edit of a day counts; hours changed before the first day of work hold from that day. */
  private async enterEdits(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO employee_weekly_hours (employee_id, from_day, weekly_minutes, changed_by, changed_at)
      SELECT edit.employee_id, edit.from_day, edit.weekly_minutes, edit.changed_by, edit.changed_at
        FROM (SELECT person.id AS employee_id, GREATEST(person.hire_date, ${EDITED_ON}) AS from_day,
                     CAST(JSON_VALUE(entry.detail, '$.weeklyMinutes.after') AS UNSIGNED) AS weekly_minutes,
                     entry.actor_id AS changed_by, entry.at AS changed_at,
                     ROW_NUMBER() OVER (PARTITION BY person.id, GREATEST(person.hire_date, ${EDITED_ON})
                                        ORDER BY entry.id DESC) AS nth
                FROM audit_entries entry JOIN employees person ON person.id = entry.subject
               WHERE ${EDITS}) edit
       WHERE edit.nth = 1`);
  }

  private async enterFirstHours(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO employee_weekly_hours (employee_id, from_day, weekly_minutes, changed_by, changed_at)
      SELECT person.id, person.hire_date,
             COALESCE((SELECT CAST(JSON_VALUE(entry.detail, '$.weeklyMinutes.before') AS UNSIGNED)
                         FROM audit_entries entry WHERE entry.subject = person.id AND ${EDITS}
                        ORDER BY entry.id LIMIT 1), person.weekly_minutes),
             NULL, person.created_at
        FROM employees person
       WHERE NOT EXISTS (SELECT 1 FROM employee_weekly_hours hours
                          WHERE hours.employee_id = person.id AND hours.from_day = person.hire_date)`);
  }

  /**
   * A statutory lot that names a week is judged by it, one that names none by the history. Where the hours have always been
   * the same, both say the same; lots of people whose hours were changed keep what they were granted by.
   */
  private async letLotsFollowTheHistory(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE leave_lots lot
        JOIN (SELECT employee_id, MIN(weekly_minutes) AS weekly_minutes FROM employee_weekly_hours
               GROUP BY employee_id HAVING COUNT(*) = 1) hours ON hours.employee_id = lot.employee_id
         SET lot.weekly_minutes = NULL
       WHERE lot.kind = 'STATUTORY' AND lot.weekly_minutes = hours.weekly_minutes`);
  }
}
