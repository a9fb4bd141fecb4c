import { writePath } from '../../src/features/boards/boards.paths.ts'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { saveDraft } from '../../src/features/drafts/drafts.service.ts'
import type { DraftFields, Refusal } from '../../src/features/drafts/drafts.types.ts'
import type { Person } from './factories.ts'
import type { Site } from './site.ts'

/** One that was written in two goes, one that was not taken, one with a title that breaks nowhere. @returns the key of the first */
export async function beginDrafts(site: Site, board: Board, { viewer }: Person): Promise<string> {
  const place = { kind: 'post', boardId: board.id, path: writePath(board) } as const
  const key = (digit: string) => digit.repeat(32)
  const save = (digit: string, fields: DraftFields, base = 0, refused?: Refusal) =>
    saveDraft(site.ctx, viewer, place, { key: key(digit), base, sequence: base + 1, tab: '', fields, ...(refused ? { refused } : {}) })
  await save('2', { title: '', body: '제목도 없이 적어 둔 한 줄' })
  await save('3', { title: `길고긴제목${'가나다라마바사아자차카타파하'.repeat(8)}`, body: '😀'.repeat(300) })
  await save('4', { title: '보냈지만 등록되지 못한 글', body: '로그인이 끝난 줄 몰랐습니다.' }, 0, 'session')
  await save('1', { title: '골목 책방 이야기', body: '## 첫 손님\n\n- 비 오는 날' })
  await save('1', { title: '골목 책방 이야기', body: '## 첫 손님\n\n- 비 오는 날\n- 우산 두 개\n\n다음 주에 이어서 씁니다.' }, 1)
  return key('1')
}
