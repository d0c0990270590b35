-- For `docker compose up` by itself; `npm start` brings accounts of its own. These passwords open nothing but this machine's container.
CREATE DATABASE IF NOT EXISTS erp CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS 'erp_app'@'%' IDENTIFIED BY 'local';
CREATE USER IF NOT EXISTS 'erp_admin'@'%' IDENTIFIED BY 'local';
GRANT ALL ON *.* TO 'erp_admin'@'%' WITH GRANT OPTION;
