import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateOutboxAndInbox1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_events (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
        event_id CHAR(26) CHARACTER SET ascii NOT NULL,
        topic VARCHAR(100) NOT NULL,
        aggregate_key VARCHAR(64) NOT NULL,
        message MEDIUMTEXT NOT NULL,
        created_at DATETIME(3) NOT NULL,
        published_at DATETIME(3) NULL,
        PRIMARY KEY (id),
        UNIQUE KEY outbox_events_event_id (event_id),
        KEY outbox_events_waiting (published_at, id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await runner.query(`
      CREATE TABLE inbox_entries (
        consumer VARCHAR(60) NOT NULL,
        event_id CHAR(26) CHARACTER SET ascii NOT NULL,
        received_at DATETIME(3) NOT NULL,
        PRIMARY KEY (consumer, event_id),
        KEY inbox_entries_received_at (received_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE inbox_entries");
    await runner.query("DROP TABLE outbox_events");
  }
}
