import type { Db } from '../src/lib/db/db.ts'
import { addColumns, addIndexes } from '../src/lib/db/schema.ts'
import { inTransaction } from '../src/lib/db/transaction.ts'
import { hangulKeys } from '../src/lib/text/hangul-match.ts'

const SLICE = 1_000

/** By which a nickname is found while it is being typed: its letters one by one, and the first consonants of its syllables. */
export async function up(db: Db): Promise<void> {
  const column = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL'
  await addColumns(db, 'members', {
    nickname_letters: `VARCHAR(150) ${column} DEFAULT ''`,
    nickname_initials: `VARCHAR(60) ${column} DEFAULT ''`,
  })
  for (let after = 0; ; ) {
    const members: { id: number; nickname: string }[] = await db('members')
      .where('id', '>', after)
      .orderBy('id')
      .limit(SLICE)
      .select('id', 'nickname')
    await inTransaction(db, async (trx) => {
      for (const { id, nickname } of members) {
        const { letters, initials } = hangulKeys(nickname)
        await trx('members').where({ id }).update({ nicknameLetters: letters, nicknameInitials: initials })
      }
    })
    const last = members.at(-1)
    if (!last) break
    after = last.id
  }
  await addIndexes(db, 'members', { letters: 'nickname_letters', initials: 'nickname_initials' })
}
