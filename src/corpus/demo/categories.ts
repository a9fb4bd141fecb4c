import type { Board } from '../../features/boards/boards.types.ts'
import type { DemoPost } from '../texts/demo-post.types.ts'

/** What a title gives away, on boards whose people don't write it themselves. */
const clues: Record<string, RegExp> = {
  질문: /\?|나요|까요|추천해/,
  후기: /다녀|먹었|봤습니다|뛰었|써 보|한 달/,
  정보: /공사|안내|시간표|바뀝니다|열었|끝났/,
  잡담: /./,
}

/** A post's category and its title without it: `[나눔] 외투` has it in front; elsewhere every fifth goes without one. */
export function categorised({ categories }: Board, { title }: DemoPost): { title: string; categoryId: number | null } {
  const [said, name] = /^\[(.+?)\] /.exec(title) ?? []
  const named = categories.find(({ nameKo, nameEn }) => name !== undefined && (nameKo === name || nameEn === name))
  if (said && named) return { title: title.slice(said.length), categoryId: named.id }
  if (title.length % 5 === 0) return { title, categoryId: null }
  const guessed = Object.keys(clues).find((nameKo) => clues[nameKo]?.test(title))
  return { title, categoryId: categories.find(({ nameKo }) => nameKo === guessed)?.id ?? null }
}
