/**
 * Makes the application's account in MySQL, or gives it the current password after a rotation. It starts without any
 * right: `migrate` grants table by table what the application may do (ADR 0012). Running it again changes nothing.
 *
 * Environment: MYSQL_ADMIN_URL, MYSQL_APP_PASSWORD
 */
import { createConnection } from "mysql2/promise";

const { MYSQL_ADMIN_URL, MYSQL_APP_PASSWORD } = process.env;
if (!MYSQL_ADMIN_URL || !MYSQL_APP_PASSWORD) throw new Error("MYSQL_ADMIN_URL and MYSQL_APP_PASSWORD have to be set");

const address = new URL(MYSQL_ADMIN_URL);
const isEncrypted = address.searchParams.get("tls") === "verify";
const connection = await createConnection({
  host: address.hostname,
  port: Number(address.port || 3306),
  user: decodeURIComponent(address.username),
  password: decodeURIComponent(address.password),
  ...(isEncrypted ? { ssl: { rejectUnauthorized: true, verifyIdentity: true } } : {}),
});
try {
  const password = connection.escape(MYSQL_APP_PASSWORD);
  await connection.query("CREATE USER IF NOT EXISTS 'erp_app'@'%'");
  await connection.query(`ALTER USER 'erp_app'@'%' IDENTIFIED BY ${password}${isEncrypted ? " REQUIRE SSL" : ""}`);
} finally {
  await connection.end();
}
