/** Besides the boards that every new site has. */
export const demoBoards = [
  {
    slug: 'photo',
    nameKo: '사진',
    nameEn: 'Photos',
    descriptionKo: '오늘 본 것을 나누는 곳',
    descriptionEn: 'What we saw today',
    look: 'gallery',
  },
  {
    slug: 'qna',
    nameKo: '질문과 답',
    nameEn: 'Questions',
    descriptionKo: '무엇이든 물어보세요',
    descriptionEn: 'Ask, and somebody knows',
    look: 'qna',
  },
  {
    slug: 'market',
    nameKo: '장터',
    nameEn: 'Market',
    descriptionKo: '쓰던 물건을 나누고 사고파는 곳',
    descriptionEn: 'Give away, sell, look for',
    secretComments: true,
  },
  {
    slug: 'food',
    nameKo: '맛집과 부엌',
    nameEn: 'Food',
    descriptionKo: '먹은 것, 만든 것',
    descriptionEn: 'What we ate, what we cooked',
    look: 'webzine',
  },
  {
    slug: 'books',
    nameKo: '책과 영화',
    nameEn: 'Books & films',
    descriptionKo: '읽고 본 이야기 (줄거리는 조심해서)',
    descriptionEn: 'Read and seen, without spoilers',
    look: 'cards',
  },
  {
    slug: 'often-asked',
    nameKo: '자주 묻는 질문',
    nameEn: 'Often asked',
    descriptionKo: '먼저 찾아보세요',
    descriptionEn: 'Look here first',
    look: 'faq',
    writeLevel: 9,
  },
] as const

/** 말머리, by board. A market's titles begin with theirs, in brackets. */
export const demoCategories = {
  free: [
    { nameKo: '잡담', nameEn: 'Talk', color: 'grey' },
    { nameKo: '질문', nameEn: 'Question', color: 'red' },
    { nameKo: '정보', nameEn: 'News', color: 'blue' },
    { nameKo: '후기', nameEn: 'Review', color: 'green' },
  ],
  market: [
    { nameKo: '나눔', nameEn: 'Free', color: 'green' },
    { nameKo: '팝니다', nameEn: 'For sale', color: 'orange' },
    { nameKo: '구합니다', nameEn: 'Wanted', color: 'purple' },
  ],
} as const
