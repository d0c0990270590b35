import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";
const TABLE = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";

export class CreateQuests1763801200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quests (
        id ${ID} NOT NULL,
        department_id ${ID} NOT NULL,
        created_by ${ID} NOT NULL,
        title VARCHAR(120) NOT NULL,
        description VARCHAR(4000) NOT NULL,
        reward_half_days TINYINT UNSIGNED NOT NULL,
        slots SMALLINT UNSIGNED NULL,
        deadline DATE NULL,
        status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        version INT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        KEY quests_of_department (department_id, status, id),
        CONSTRAINT quests_reward CHECK (reward_half_days BETWEEN 1 AND 10),
        CONSTRAINT quests_department_exists FOREIGN KEY (department_id) REFERENCES departments (id),
        CONSTRAINT quests_creator_exists FOREIGN KEY (created_by) REFERENCES employees (id)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE quest_works (
        quest_id ${ID} NOT NULL,
        employee_id ${ID} NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        note VARCHAR(2000) NULL,
        reason VARCHAR(1000) NULL,
        accepted_at DATETIME(3) NOT NULL,
        updated_at DATETIME(3) NOT NULL,
        PRIMARY KEY (quest_id, employee_id),
        KEY quest_works_of_employee (employee_id, quest_id),
        KEY quest_works_by_month (accepted_at, quest_id),
        CONSTRAINT quest_works_quest_exists FOREIGN KEY (quest_id) REFERENCES quests (id),
        CONSTRAINT quest_works_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE quest_budgets (
        department_id ${ID} NOT NULL,
        month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        limit_half_days SMALLINT UNSIGNED NOT NULL,
        PRIMARY KEY (department_id, month),
        CONSTRAINT quest_budgets_department_exists FOREIGN KEY (department_id) REFERENCES departments (id)
      ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["quest_budgets", "quest_works", "quests"]) await runner.query(`DROP TABLE ${table}`);
  }
}
