import type { Db } from '../src/lib/db/db.ts'

/**
 * How fast pages were: of each measure, and of each kind of page and of device, how many values fell between which bounds (`speedBounds`). A row
 * is counts alone, so that any days add up to what they were together.
 */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_speed (
  measure VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  span ENUM('day', 'month', 'year') NOT NULL,
  day DATE NOT NULL,
${Array.from({ length: 16 }, (_, index) => `  b${index} INT UNSIGNED NOT NULL DEFAULT 0,`).join('\n')}
  PRIMARY KEY (measure, part, span, day)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
