import type { Board, BoardGroup } from './boards.types.ts'

/** What a new site begins with; its owner changes all of it in the console. */
export const firstGroup: Omit<BoardGroup, 'id'> = { slug: 'community', nameKo: '커뮤니티', nameEn: 'Community', position: 0 }

type FirstBoard = Omit<Board, 'id' | 'groupId' | 'createdAt'>

const usual = {
  listLevel: 1,
  readLevel: 1,
  writeLevel: 2,
  commentLevel: 2,
  uploadLevel: 2,
  pageSize: 20,
  newHours: 24,
  noticeLimit: 5,
}

export const firstBoards: FirstBoard[] = [
  {
    ...usual,
    slug: 'notice',
    nameKo: '공지사항',
    nameEn: 'Notices',
    descriptionKo: '운영진이 알려 드리는 소식',
    descriptionEn: 'News from those who run this site',
    position: 1,
    writeLevel: 9,
  },
  {
    ...usual,
    slug: 'free',
    nameKo: '자유게시판',
    nameEn: 'Free board',
    descriptionKo: '무엇이든 편하게 이야기하는 곳',
    descriptionEn: 'Talk about anything you like',
    position: 2,
  },
  {
    ...usual,
    slug: 'science',
    nameKo: 'IT/과학기사',
    nameEn: 'it/science',
    descriptionKo: '기술과 과학 소식을 나누고 이야기하는 곳',
    descriptionEn: 'Articles on technology and science, and talk about them',
    position: 3,
  },
]
