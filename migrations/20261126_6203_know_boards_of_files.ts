import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw('UPDATE files AS f INNER JOIN posts AS p ON p.id = f.post_id SET f.board_id = p.board_id WHERE f.board_id IS NULL')
}
