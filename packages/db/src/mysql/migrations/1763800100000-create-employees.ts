import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Departments and the people in them. Ids are compared byte by byte; e-mail addresses too, because they are stored in
 * lower case and an accent makes another address. Names use a collation that MySQL 8.4 and MariaDB share.
 */
export class CreateEmployees1763800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE departments (
        id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ko VARCHAR(50) NOT NULL,
        name_en VARCHAR(50) NOT NULL,
        parent_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY departments_code (code),
        KEY departments_parent (parent_id),
        CONSTRAINT departments_parent_exists FOREIGN KEY (parent_id) REFERENCES departments (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    // The directory is read in the order of names, of one status, often of one department: both indexes give the rows
    // of a page in that order, so the server stops after one page. E-mail and position lie in the index for the search.
    await runner.query(`
      CREATE TABLE employees (
        id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        cognito_subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        name VARCHAR(50) NOT NULL,
        department_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        position VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        hire_date DATE NOT NULL,
        weekly_minutes SMALLINT UNSIGNED NOT NULL,
        manager_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
        status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        left_on DATE NULL,
        version INT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY employees_cognito_subject (cognito_subject),
        UNIQUE KEY employees_email (email),
        KEY employees_by_name (status, name, id, position, email),
        KEY employees_by_department (department_id, status, name, id, position, email),
        KEY employees_by_manager (manager_id),
        KEY employees_by_role (role, status),
        CONSTRAINT employees_department_exists FOREIGN KEY (department_id) REFERENCES departments (id),
        CONSTRAINT employees_manager_exists FOREIGN KEY (manager_id) REFERENCES employees (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE employee_posts (
        id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        employee_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        from_day DATE NOT NULL,
        department_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        position VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        changed_by CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
        changed_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        KEY employee_posts_history (employee_id, id),
        CONSTRAINT employee_posts_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id),
        CONSTRAINT employee_posts_department_exists FOREIGN KEY (department_id) REFERENCES departments (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE employee_posts");
    await runner.query("DROP TABLE employees");
    await runner.query("DROP TABLE departments");
  }
}
