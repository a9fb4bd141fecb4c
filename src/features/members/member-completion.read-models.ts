import type { AppContext, Viewer } from '../../context.ts'
import { areInitials, hangulKeys } from '../../lib/text/hangul-match.ts'
import type { MemberRow } from './members.types.ts'

const OFFERED = 8
/** Behind everything that begins so, as the column's order has it. */
const END = '\u{10ffff}'

/**
 * Members whose nicknames go on as what was typed: by the letters of a syllable that is still being composed (동녁 … 동네책방), or by first consonants
 * (ㄷㄴㅊㅂ). A few rows of an index, however many members there are; nothing of them but the name.
 */
export function completeNickname(ctx: AppContext, viewer: Viewer, typed: string): Promise<string[]> {
  const wanted = typed.trim()
  if (wanted === '') return Promise.resolve([])
  const [column, beginning] = areInitials(wanted)
    ? (['nicknameInitials', wanted] as const)
    : (['nicknameLetters', hangulKeys(wanted).letters] as const)
  return ctx
    .db<MemberRow>('members')
    .where(column, '>=', beginning)
    .where(column, '<', beginning + END)
    .where({ status: 'active' })
    .whereNot({ id: viewer.memberId ?? 0 })
    .orderBy([column, 'id'])
    .limit(OFFERED)
    .pluck('nickname')
}
