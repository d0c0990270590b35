import { koreanHolidays } from "@erp/contracts/holidays-korea";
import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";
const LOT_KEY = "VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin";

/** The rules a database can keep are kept by it: no balance below zero, no entry of the wrong sign, no hold that ends twice. */
export class CreateLeaveLedger1763801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leave_accounts (
        employee_id ${ID} NOT NULL,
        balance_minutes INT NOT NULL,
        PRIMARY KEY (employee_id),
        CONSTRAINT leave_accounts_not_negative CHECK (balance_minutes >= 0),
        CONSTRAINT leave_accounts_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE leave_lots (
        lot_key ${LOT_KEY} NOT NULL,
        employee_id ${ID} NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        rule VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        starts_on DATE NOT NULL,
        expires_on DATE NOT NULL,
        weekly_minutes SMALLINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (lot_key),
        KEY leave_lots_of_employee (employee_id, expires_on),
        CONSTRAINT leave_lots_period CHECK (starts_on <= expires_on),
        CONSTRAINT leave_lots_account_exists FOREIGN KEY (employee_id) REFERENCES leave_accounts (employee_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE leave_ledger (
        id ${ID} NOT NULL,
        employee_id ${ID} NOT NULL,
        lot_key ${LOT_KEY} NOT NULL,
        lot_entry INT UNSIGNED NOT NULL,
        kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        minutes INT NOT NULL,
        effective_on DATE NOT NULL,
        request_id ${ID} NULL,
        leave_day DATE NULL,
        ends_entry_id ${ID} NULL,
        reason VARCHAR(500) NULL,
        actor_id ${ID} NULL,
        recorded_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY leave_ledger_in_order (lot_key, lot_entry),
        UNIQUE KEY leave_ledger_ends_once (ends_entry_id),
        KEY leave_ledger_of_employee (employee_id, id),
        KEY leave_ledger_of_request (request_id, kind),
        CONSTRAINT leave_ledger_signs CHECK (
          (kind IN ('GRANT', 'RELEASE') AND minutes > 0) OR (kind IN ('HOLD', 'USE', 'EXPIRE') AND minutes < 0)
          OR (kind IN ('ADJUST', 'REVERSE') AND minutes <> 0)),
        CONSTRAINT leave_ledger_lot_exists FOREIGN KEY (lot_key) REFERENCES leave_lots (lot_key),
        CONSTRAINT leave_ledger_ended_exists FOREIGN KEY (ends_entry_id) REFERENCES leave_ledger (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await this.createAbsencesAndHolidays(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["holidays", "leave_absences", "leave_ledger", "leave_lots", "leave_accounts"]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }

  private async createAbsencesAndHolidays(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leave_absences (
        employee_id ${ID} NOT NULL,
        day DATE NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reason VARCHAR(500) NOT NULL,
        recorded_by ${ID} NOT NULL,
        recorded_at DATETIME(3) NOT NULL,
        PRIMARY KEY (employee_id, day),
        CONSTRAINT leave_absences_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE holidays (
        day DATE NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ko VARCHAR(60) NOT NULL,
        name_en VARCHAR(60) NOT NULL,
        PRIMARY KEY (day)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query("INSERT INTO holidays (day, kind, name_ko, name_en) VALUES ?", [
      koreanHolidays.map(({ day, kind, name }) => [day, kind, name.ko, name.en]),
    ]);
  }
}
