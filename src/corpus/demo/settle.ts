import type { AppContext, Viewer } from '../../context.ts'
import { addModerator } from '../../features/boards/board-administration.service.ts'
import { type CategoryDraft, createCategory } from '../../features/boards/board-categories.service.ts'
import { BoardForm } from '../../features/boards/board-form.types.ts'
import { listAllBoards } from '../../features/boards/boards.read-models.ts'
import { createBoard, ensureFirstBoards } from '../../features/boards/boards.service.ts'
import type { Board } from '../../features/boards/boards.types.ts'
import { findMemberByNickname, insertMember } from '../../features/members/members.repository.ts'
import { demoBoards, demoCategories } from '../texts/demo-boards.ts'
import { type DemoPerson, demoPeople } from '../texts/demo-people.ts'

const YEAR_MS = 365 * 86_400_000

export interface Settled {
  boards: Map<string, Board>
  people: Map<string, Viewer & { memberId: number }>
}

/** The members and boards of the demo. What stands already, of this name, is taken as it is. */
export async function settle(ctx: AppContext, passwordHash: string): Promise<Settled> {
  await ensureFirstBoards(ctx)
  const ids = new Map<string, number>()
  for (const person of demoPeople) ids.set(person.nickname, await memberIdOf(ctx, person, passwordHash))
  const host = viewerOf(demoPeople[0], ids)
  for (const [index, board] of demoBoards.entries()) await createBoard(ctx, host, BoardForm.parse({ ...board, position: 10 + index }))
  for (const [slug, drafts] of Object.entries(demoCategories)) await categorise(ctx, host, slug, drafts)
  const boards = new Map((await listAllBoards(ctx)).map((board) => [board.slug, board]))
  const people = new Map<string, Viewer & { memberId: number }>()
  for (const person of demoPeople) {
    const moderated = person.moderates.flatMap((slug) => boards.get(slug) ?? [])
    const viewer = viewerOf(person, ids)
    for (const board of moderated) await addModerator(ctx, host, board, viewer.memberId)
    people.set(person.nickname, { ...viewer, moderates: new Set(moderated.map(({ id }) => id)) })
  }
  return { boards, people }
}

/** One of that name that stands already stays as it is. */
async function categorise(
  ctx: AppContext,
  host: Viewer,
  slug: string,
  drafts: readonly Omit<CategoryDraft, 'writeLevel'>[],
): Promise<void> {
  const board = (await listAllBoards(ctx)).find((each) => each.slug === slug)
  if (board) for (const draft of drafts) await createCategory(ctx, host, board, { ...draft, writeLevel: 1 })
}

async function memberIdOf(ctx: AppContext, { nickname, login, level, years }: DemoPerson, passwordHash: string): Promise<number> {
  const there = await findMemberByNickname(ctx.db, nickname)
  if (there) return there.id
  const now = new Date(ctx.clock.now().getTime() - years * YEAR_MS)
  // Not by signing up: nobody is to get a mail about it.
  return insertMember(ctx.db, { login, nickname, email: `${login}@example.com`, passwordHash, level, now })
}

function viewerOf(person: DemoPerson | undefined, ids: ReadonlyMap<string, number>): Viewer & { memberId: number } {
  const memberId = person && ids.get(person.nickname)
  if (!person || memberId === undefined) throw new Error('a demo needs its people')
  return { memberId, nickname: person.nickname, level: person.level, moderates: new Set(), groups: new Set(), adult: false }
}
