import type { DemoPost } from './demo-post.types.ts'

const on =
  (board: string) =>
  (by: string, daysAgo: number, title: string, body: string, more: Partial<DemoPost> = {}): DemoPost => ({
    board,
    by,
    daysAgo,
    title,
    body,
    ...more,
  })
const photo = on('photo')
const food = on('food')
const book = on('books')

export const demoPhotos: readonly DemoPost[] = [
  photo('필름한통', 0.25, '퇴근길, 하늘이 이랬습니다', '{image}\n\n보정 없습니다. 다들 걸음을 멈추고 같은 곳을 보고 있었어요.', {
    votes: 22,
    views: 215,
    images: [{ drawing: 'sunset', name: '노을.png' }],
    comments: [
      { by: '걷는사람', body: '저도 그 자리에 있었어요!' },
      { by: 'Hannah', body: 'Stunning.' },
      { by: '바닷가작업실', body: '이 색을 유리에 담고 싶네요.' },
    ],
  }),
  photo(
    '바닷가작업실',
    1.8,
    '아침 바다 세 장',
    '{image}\n\n일곱 시, 일곱 시 반, 여덟 시. 바다는 삼십 분마다 다른 사람이 됩니다.\n\n{image}\n\n{image}',
    {
      votes: 17,
      views: 188,
      images: [
        { drawing: 'sea', name: '일곱 시.png' },
        { drawing: 'dawn', name: '일곱 시 반.png' },
        { drawing: 'sea2', name: '여덟 시.png' },
      ],
      comments: [
        { by: '골목서점', body: '삼십 분마다 다른 사람, 좋네요.' },
        { by: '필름한통', body: '두 번째 사진에 한 표.' },
      ],
    },
  ),
  photo('걷는사람', 3.9, '눈 오는 산', '{image}\n\n정상까지 두 시간, 내려오는 데 두 시간 반. 아이젠은 꼭 챙기세요.', {
    votes: 14,
    views: 176,
    images: [{ drawing: 'snow', name: '겨울 산.png' }],
    comments: [
      { by: 'dawn_runner', body: '여기 어디인가요?' },
      { by: '걷는사람', body: '뒷산입니다! 북쪽 길로 오르면 나와요.', to: 1 },
    ],
  }),
  photo('별보는목수', 7.1, '뒷마당에서 찍은 별', '{image}\n\n30초씩 예순 장을 겹쳤습니다. 오른쪽 아래 줄은 비행기예요.', {
    votes: 25,
    views: 263,
    images: [{ drawing: 'night', name: '별.png' }],
    comments: [
      { by: '새벽네시', body: '우리 동네에서 이게 보인다고요?' },
      { by: '전자공작', body: '예순 장 겹치기, 인내의 예술입니다.' },
    ],
  }),
  photo('초보정원사', 12.2, '우리 집 구멍이', '{image}\n\n이름값을 하느라 새잎에 구멍이 다섯 개나 났습니다.', {
    votes: 9,
    views: 121,
    images: [{ drawing: 'plant', name: '구멍이.png' }],
    comments: [{ by: '단추', body: '제가 지은 이름이 잎에 새겨졌네요 ㅎㅎ' }],
  }),
  photo('고양이세마리와사는사람인데요', 15.5, '반성하는 척하는 중 🐈', '{image}', {
    votes: 29,
    views: 310,
    images: [{ drawing: 'cat', name: '반성.png' }],
    comments: [
      { by: '호빵', body: '전혀 반성하지 않는데요' },
      { by: '조약돌', body: '오늘의 사진으로 임명합니다.' },
    ],
  }),
]

export const demoFood: readonly DemoPost[] = [
  food(
    '비오는날엔부침개',
    1.1,
    '부추전 바삭하게 부치는 법',
    '1. 반죽은 묽게. 주르륵 흘러야 합니다.\n2. 물 대신 **얼음물**을 쓰세요.\n3. 기름은 넉넉하게, 불은 세게 시작해서 줄입니다.\n4. 뒤집은 다음에는 누르지 마세요. 참으세요.\n\n간장에는 식초 조금과 고춧가루.',
    {
      votes: 27,
      views: 356,
      comments: [
        { by: '칼국수집아들', body: '3번이 진짜입니다. 아까워하면 안 돼요.' },
        { by: '도토리', body: '참으세요 ㅋㅋㅋ 저 항상 눌렀는데' },
        { by: 'Hannah', body: 'I tried it tonight. 바삭해요!!' },
        { by: '비오는날엔부침개', body: '성공 축하해요! 🎉', to: 3 },
      ],
    },
  ),
  food('칼국수집아들', 3.1, '가게에서 먹는 직원 밥', '{image}\n\n손님께 내는 육수에 남은 면 꼬투리, 묵은지 한 줄. 메뉴에는 없습니다.', {
    votes: 20,
    views: 270,
    images: [{ drawing: 'bowl', name: '직원 밥.png' }],
    comments: [
      { by: '수달', body: '이걸 팔아 주세요 제발' },
      { by: '칼국수집아들', body: '직원이 되시면…', to: 1 },
    ],
  }),
  food(
    '나그네',
    6,
    '역 앞 백반집, 아직 있습니다',
    '십 년 만에 갔는데 반찬이 여전히 아홉 가지입니다. 값은 이천 원 올랐고, 사장님은 제 얼굴을 기억하셨습니다. 저는 울지 않았습니다. 국이 매웠을 뿐입니다.',
    {
      votes: 18,
      views: 233,
      comments: [
        { by: '느린우체부', body: '콩나물국인데 왜 맵죠 ㅎㅎ' },
        { by: '조약돌', body: '주말에 갑니다.' },
      ],
    },
  ),
  food(
    '호빵',
    9,
    '호빵을 맛있게 데우는 여섯 가지 방법과 그 순위',
    '찜기 > 밥솥 > 젖은 키친타월 + 전자레인지 > 에어프라이어 > 그냥 전자레인지 > 체온',
    {
      votes: 16,
      views: 254,
      comments: [
        { by: '전자공작', body: '체온은 실험하신 건가요?' },
        { by: '호빵', body: '노코멘트', to: 1 },
      ],
    },
  ),
  food(
    '옥상텃밭',
    13.7,
    '고추 장아찌, 물어보셔서 올립니다',
    '간장, 식초, 설탕, 물을 1:1:0.7:1로 끓여서 뜨거울 때 붓습니다. 사흘 뒤에 국물만 따라 한 번 더 끓여 식혀서 부으세요. 끝입니다.',
    { votes: 12, views: 190, comments: [{ by: '조약돌', body: '고맙습니다! 이번 주말에 해 볼게요.' }] },
  ),
  food(
    'J.Park',
    25,
    'Where to get decent coffee before 7 a.m.?',
    'Everything opens at nine. The convenience store is fine but my soul asks for more.',
    {
      votes: 4,
      views: 117,
      comments: [
        { by: 'dawn_runner', body: '두부 가게 옆 빵집이 여섯 시 반에 열어요. 커피도 있습니다.' },
        { by: 'J.Park', body: 'You just saved my mornings.', to: 1 },
      ],
    },
  ),
]

export const demoBooks: readonly DemoPost[] = [
  book(
    '골목서점',
    0.9,
    '12월에 함께 읽을 책을 골라 주세요',
    '후보는 셋입니다.\n\n- 겨울 산장에 갇힌 사람들의 추리 소설\n- 할머니가 일흔에 글을 배워 쓴 일기\n- 바다 밑 편지를 건지는 사람의 단편집\n\n댓글로 하나만 골라 주세요. 금요일에 정합니다.',
    {
      votes: 11,
      views: 149,
      comments: [
        { by: '느린우체부', body: '당연히 편지요.' },
        { by: '단추', body: '일기에 한 표!' },
        { by: '새벽네시', body: '추리 소설. 밤에 읽기 좋잖아요.' },
        { by: '조약돌', body: '저도 일기요.' },
        { by: '바닷가작업실', body: '바다 밑 편지, 궁금합니다.' },
      ],
    },
  ),
  book(
    '도토리',
    4.3,
    '시험 끝나고 몰아 본 영화 다섯 편 (줄거리 없음)',
    '별점만 적습니다. 이유는 안 적습니다. 다섯, 넷, 넷, 둘, 다섯. 마지막 것은 두 번 봤습니다.',
    {
      votes: 7,
      views: 128,
      comments: [
        { by: '호빵', body: '제목은요…?' },
        { by: '도토리', body: '아', to: 1 },
      ],
    },
  ),
  book(
    '새벽네시',
    8,
    '밤에 읽기 좋은 책의 조건',
    '1. 한 장이 짧을 것\n2. 무섭지 않을 것\n3. 다음 날 줄거리를 잊어도 괜찮을 것\n4. 가벼울 것 (얼굴에 떨어집니다)',
    {
      votes: 19,
      views: 221,
      comments: [
        { by: '골목서점', body: '4번은 서점에서도 자주 듣는 조건입니다.' },
        { by: '나그네', body: '전자책은 더 아픕니다.' },
      ],
    },
  ),
  book(
    'mint_river',
    14.5,
    'Reading Korean poetry with a dictionary',
    'It takes me an hour to read eight lines, and then the eighth line changes the first seven. I have never read so slowly, or so well.\n\n사전을 찾다가 옆 단어에 마음을 빼앗기는 것까지가 독서 같습니다.',
    { votes: 15, views: 173, comments: [{ by: '골목서점', body: '여덟째 줄이 앞의 일곱 줄을 바꾼다는 말, 오래 기억하겠습니다.' }] },
  ),
  book(
    '필름한통',
    27,
    '옛날 극장 표를 찾았습니다',
    '책갈피로 쓰던 것이 극장 표였네요. 2003년, 조조, 4천 원. 그 극장은 이제 주차장입니다.',
    {
      votes: 13,
      views: 195,
      comments: [
        { by: '나그네', body: '그 극장에서 저도 마지막 상영을 봤습니다.' },
        { by: '걷는사람', body: '팝콘 냄새가 골목까지 났었죠.' },
      ],
    },
  ),
]
