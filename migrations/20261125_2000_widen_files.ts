import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Until now every file was a picture with one smaller copy. Of what is no picture, sizes are 0. */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'files', {
    kind: "ENUM('image', 'video', 'file') NOT NULL DEFAULT 'image'",
    mime: "VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'image/webp'",
    copies: "VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''",
    download_count: 'INT UNSIGNED NOT NULL DEFAULT 0',
  })
