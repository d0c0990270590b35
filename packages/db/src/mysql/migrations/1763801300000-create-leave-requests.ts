import type { MigrationInterface, QueryRunner } from "typeorm";

const ID = "CHAR(26) CHARACTER SET ascii COLLATE ascii_bin";
const CODE = "VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin";
const TABLE = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";

/** Requests are approval documents under the same id; `leave_days` holds a row for every day that is held or used now. */
export class CreateLeaveRequests1763801300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leave_requests (
        id ${ID} NOT NULL,
        employee_id ${ID} NOT NULL,
        from_day DATE NOT NULL,
        to_day DATE NOT NULL,
        part ${CODE} NOT NULL,
        leave_minutes INT UNSIGNED NOT NULL,
        reason VARCHAR(500) NOT NULL,
        status ${CODE} NOT NULL,
        requested_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        PRIMARY KEY (id),
        KEY leave_requests_of_employee (employee_id, id),
        CONSTRAINT leave_requests_period CHECK (from_day <= to_day),
        CONSTRAINT leave_requests_account_exists FOREIGN KEY (employee_id) REFERENCES leave_accounts (employee_id)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE leave_days (
        request_id ${ID} NOT NULL,
        day DATE NOT NULL,
        employee_id ${ID} NOT NULL,
        start_minute SMALLINT UNSIGNED NOT NULL,
        end_minute SMALLINT UNSIGNED NOT NULL,
        PRIMARY KEY (request_id, day),
        KEY leave_days_of_employee (employee_id, day),
        CONSTRAINT leave_days_minutes CHECK (start_minute < end_minute),
        CONSTRAINT leave_days_request_exists FOREIGN KEY (request_id) REFERENCES leave_requests (id)
      ) ${TABLE}`);
    await runner.query(`
      CREATE TABLE leave_cancellations (
        id ${ID} NOT NULL,
        request_id ${ID} NOT NULL,
        from_day DATE NOT NULL,
        reason VARCHAR(500) NOT NULL,
        status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        requested_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        PRIMARY KEY (id),
        KEY leave_cancellations_of_request (request_id, id),
        CONSTRAINT leave_cancellations_request_exists FOREIGN KEY (request_id) REFERENCES leave_requests (id)
      ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["leave_cancellations", "leave_days", "leave_requests"]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
