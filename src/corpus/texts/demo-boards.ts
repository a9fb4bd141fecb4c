/** Besides the boards that every new site has. */
export const demoBoards = [
  { slug: 'photo', nameKo: '사진', nameEn: 'Photos', descriptionKo: '오늘 본 것을 나누는 곳', descriptionEn: 'What we saw today' },
  { slug: 'qna', nameKo: '질문과 답', nameEn: 'Questions', descriptionKo: '무엇이든 물어보세요', descriptionEn: 'Ask, and somebody knows' },
  {
    slug: 'market',
    nameKo: '장터',
    nameEn: 'Market',
    descriptionKo: '쓰던 물건을 나누고 사고파는 곳',
    descriptionEn: 'Give away, sell, look for',
  },
  { slug: 'food', nameKo: '맛집과 부엌', nameEn: 'Food', descriptionKo: '먹은 것, 만든 것', descriptionEn: 'What we ate, what we cooked' },
  {
    slug: 'books',
    nameKo: '책과 영화',
    nameEn: 'Books & films',
    descriptionKo: '읽고 본 이야기 (줄거리는 조심해서)',
    descriptionEn: 'Read and seen, without spoilers',
  },
] as const
