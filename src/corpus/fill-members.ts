import type { Db } from '../lib/db/db.ts'
import { canonicalName } from '../lib/text/canonical-name.ts'
import { hangulKeys } from '../lib/text/hangul-match.ts'
import { insertMembers, listMemberIds } from './corpus.repository.ts'
import type { CorpusOptions, Progress } from './corpus.types.ts'
import { nicknames } from './nicknames.ts'
import { createRandom, seedOf } from './random.ts'

const BATCH = 1_000
const YEARS_MS = 8 * 365 * 86_400_000

/** Found again by their logins: a second run with the same seed writes as the same people. @returns their ids, in a fixed order */
export async function fillMembers(db: Db, { seed, members, until }: CorpusOptions, tell: (progress: Progress) => void): Promise<number[]> {
  const login = (index: number) => `corpus-${seed}-${String(index).padStart(7, '0')}`
  const random = createRandom(seedOf(seed, 0))
  const names = nicknames(random)
  for (let start = 0; start < members; start += BATCH) {
    const size = Math.min(BATCH, members - start)
    const rows = Array.from({ length: size }, (_, index) => {
      const nickname = names.next().value
      const name = login(start + index)
      // In the order of joining, as the boards expect of those who write on them.
      const createdAt = new Date(until.getTime() - YEARS_MS * (1 - (start + index) / members))
      const { letters, initials } = hangulKeys(nickname)
      return {
        ...{ login: name, nickname, nicknameCanonical: canonicalName(nickname), nicknameLetters: letters, nicknameInitials: initials },
        ...{ email: `${name}@example.com`, createdAt },
      }
    })
    await insertMembers(db, rows)
    tell({ what: 'members', done: start + size, of: members })
  }
  return listMemberIds(db, login(0), login(members - 1))
}
