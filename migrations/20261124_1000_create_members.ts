import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS members (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login VARCHAR(40) NOT NULL,
  login_canonical VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  nickname VARCHAR(60) NOT NULL,
  nickname_canonical VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  email VARCHAR(254) NOT NULL,
  email_canonical VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  password_hash VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  level TINYINT UNSIGNED NOT NULL DEFAULT 2,
  status ENUM('active', 'suspended', 'left') NOT NULL DEFAULT 'active',
  session_epoch INT UNSIGNED NOT NULL DEFAULT 0,
  agreed_terms_at DATETIME(3) NOT NULL,
  agreed_privacy_at DATETIME(3) NOT NULL,
  last_login_at DATETIME(3) NULL,
  created_at DATETIME(3) NOT NULL,
  UNIQUE KEY login (login_canonical),
  UNIQUE KEY nickname (nickname_canonical),
  UNIQUE KEY email (email_canonical),
  KEY level (level, id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
