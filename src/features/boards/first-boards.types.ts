import type { z } from 'zod'
import type { BoardForm } from './board-form.types.ts'
import type { BoardGroup } from './boards.types.ts'

/** What a new site begins with; its owner changes all of it in the console. */
export const firstGroup: Pick<BoardGroup, 'slug' | 'nameKo' | 'nameEn' | 'position'> = {
  slug: 'community',
  nameKo: '커뮤니티',
  nameEn: 'Community',
  position: 0,
}

type FirstBoard = z.input<typeof BoardForm>

export const firstBoards: FirstBoard[] = [
  {
    slug: 'notice',
    nameKo: '공지사항',
    nameEn: 'Notices',
    descriptionKo: '운영진이 알려 드리는 소식',
    descriptionEn: 'News from those who run this site',
    position: 1,
    writeLevel: 9,
  },
  {
    slug: 'free',
    nameKo: '자유게시판',
    nameEn: 'Free board',
    descriptionKo: '무엇이든 편하게 이야기하는 곳',
    descriptionEn: 'Talk about anything you like',
    position: 2,
  },
  {
    slug: 'science',
    nameKo: 'IT/과학기사',
    nameEn: 'it/science',
    descriptionKo: '기술과 과학 소식을 나누고 이야기하는 곳',
    descriptionEn: 'Articles on technology and science, and talk about them',
    position: 3,
  },
]
