import type { DemoPost } from './demo-post.types.ts'
import { demoFree } from './demo-posts-free.ts'
import { demoMarket, demoQuestions } from './demo-posts-help.ts'
import { demoBooks, demoFood, demoPhotos } from './demo-posts-life.ts'
import { demoOftenAsked } from './demo-posts-often-asked.ts'
import { demoScience } from './demo-posts-science.ts'

const notices: DemoPost[] = [
  {
    board: 'notice',
    by: '느티나무',
    daysAgo: 41,
    votes: 14,
    views: 812,
    title: '처음 오신 분들께: 마당을 쓰는 법',
    body: '반갑습니다. 마당은 동네 사람들이 함께 쓰는 게시판입니다.\n\n## 세 가지만 부탁드려요\n\n1. 사람에게 말하듯 써 주세요. 화면 너머에 이웃이 있습니다.\n2. 남의 글과 사진을 옮길 때는 어디서 가져왔는지 적어 주세요.\n3. 광고는 **장터**에서만, 하루에 한 번만 올려 주세요.\n\n글은 [Markdown](https://commonmark.org)으로 꾸밀 수 있고, 쓰기 전에 미리 볼 수 있습니다. 궁금한 점은 [질문과 답](/qna)에 남겨 주세요.',
    comments: [
      { by: '도토리', body: '가입하고 제일 먼저 읽었습니다. 잘 부탁드려요!' },
      { by: '호빵', body: '미리 보기 편하네요 👍' },
      { by: '느티나무', body: '두 분 모두 반갑습니다.', to: 1 },
    ],
    act: { action: 'pin', by: '느티나무', reason: '' },
  },
  {
    board: 'notice',
    by: '느티나무',
    daysAgo: 12,
    votes: 9,
    views: 431,
    title: '다음 주 월요일 새벽 2시, 20분쯤 점검합니다',
    body: '서버를 새 것으로 옮깁니다. 다음 주 월요일 새벽 2시부터 20분쯤 글을 쓸 수 없습니다. 읽는 것은 됩니다.\n\n쓰던 글은 미리 저장해 주세요.',
    comments: [
      { by: '새벽네시', body: '하필 제가 깨어 있는 시간이네요 ㅎㅎ 고생하세요.' },
      { by: 'dawn_runner', body: '수고 많으십니다!' },
    ],
    act: { action: 'pin', by: '느티나무', reason: '' },
  },
  {
    board: 'notice',
    by: '느티나무',
    daysAgo: 26,
    votes: 21,
    views: 590,
    title: '게시판이 다섯 개 늘었습니다',
    body: '이야기가 많아져서 자리를 나누었습니다.\n\n- [사진](/photo): 오늘 본 것\n- [질문과 답](/qna): 무엇이든\n- [장터](/market): 쓰던 물건\n- [맛집과 부엌](/food): 먹은 것, 만든 것\n- [책과 영화](/books): 읽고 본 이야기\n\n운영을 도와주실 **골목서점**님과 **별보는목수**님께 감사드립니다.',
    comments: [
      { by: '골목서점', body: '책 이야기라면 언제든지요.' },
      { by: '필름한통', body: '사진 게시판 기다렸습니다!' },
      { by: '수달', body: '장터 좋네요. 겨울옷부터 정리해야겠다.' },
    ],
  },
  {
    board: 'notice',
    by: '느티나무',
    daysAgo: 3,
    votes: 6,
    views: 204,
    title: '연말 나눔 상자, 12월 첫 주에 모읍니다',
    body: '안 쓰는 장갑, 목도리, 새 양말을 모아 동네 쉼터에 보냅니다. 주민센터 1층 안내대 옆 파란 상자에 넣어 주세요.\n\n깨끗이 빨아서, 짝을 맞춰서 부탁드립니다.',
    comments: [
      { by: '단추', body: '장갑 세 켤레 챙겨 뒀어요.' },
      { by: '비오는날엔부침개', body: '어른 것도 되나요?' },
      { by: '느티나무', body: '네, 크기는 상관없습니다.', to: 2 },
    ],
  },
]

export const demoPosts: readonly DemoPost[] = [
  ...notices,
  ...demoFree,
  ...demoScience,
  ...demoPhotos,
  ...demoQuestions,
  ...demoMarket,
  ...demoFood,
  ...demoBooks,
  ...demoOftenAsked,
]
