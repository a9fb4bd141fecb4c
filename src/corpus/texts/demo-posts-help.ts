import type { DemoPost } from './demo-post.types.ts'

const ask = (by: string, daysAgo: number, title: string, body: string, more: Partial<DemoPost> = {}): DemoPost => ({
  board: 'qna',
  by,
  daysAgo,
  title,
  body,
  ...more,
})
const sell = (by: string, daysAgo: number, title: string, body: string, more: Partial<DemoPost> = {}): DemoPost => ({
  board: 'market',
  by,
  daysAgo,
  title,
  body,
  ...more,
})

export const demoQuestions: readonly DemoPost[] = [
  ask(
    '새내기',
    0.3,
    '전입신고, 온라인으로 하면 며칠 걸리나요?',
    '어제 신청했는데 아직 처리 중이라고 나와요. 금요일까지 등본이 필요합니다 ㅠㅠ',
    {
      votes: 2,
      views: 58,
      comments: [
        { by: '느린우체부', body: '보통 평일 하루면 됩니다. 급하면 주민센터에 전화해서 말씀하세요, 바로 봐 주십니다.' },
        { by: '새내기', body: '전화하니 십 분 만에 됐어요! 고맙습니다.', to: 1 },
      ],
    },
  ),
  ask('도토리', 1.4, '겨울에 창문 결로, 어떻게들 하세요?', '아침마다 창틀에 물이 고입니다. 닦아도 닦아도요. 뽁뽁이는 붙여 봤습니다.', {
    votes: 5,
    views: 132,
    comments: [
      { by: '별보는목수', body: '자기 전에 5분, 일어나서 10분 맞바람을 내 보세요. 창틀 아래 물구멍이 막힌 경우도 많습니다.' },
      { by: '옥상텃밭', body: '빨래를 방에 널면 더 심해져요.' },
      { by: '도토리', body: '물구멍이 막혀 있었네요!!! 송곳으로 뚫었습니다.', to: 1 },
    ],
  }),
  ask(
    'Hannah',
    2.5,
    'Which bus goes to the east market on Sundays?',
    'The stop sign says 7, but the app says 7-1. 어느 버스를 타야 해요?',
    {
      votes: 1,
      views: 71,
      comments: [
        { by: '걷는사람', body: '일요일에는 7-1이 맞아요. 7번은 평일만 다닙니다.' },
        { by: 'J.Park', body: '7-1 on Sundays, every 20 minutes.' },
      ],
    },
  ),
  ask(
    '바닷가작업실',
    4.6,
    '택배 상자에 유리 넣어 보낼 때',
    '컵 여섯 개를 보내야 하는데 자꾸 깨집니다. 신문지, 뽁뽁이, 종이 완충재 다 써 봤어요.',
    {
      votes: 4,
      views: 109,
      comments: [
        { by: '느린우체부', body: '컵 안을 먼저 채우세요. 밖만 싸면 안에서부터 깨집니다.' },
        { by: '칼국수집아들', body: '가게 그릇은 쌀겨에 묻어서 보냅니다. 진짜예요.' },
      ],
    },
  ),
  ask('초보정원사', 6.7, '레몬나무에 하얀 솜 같은 게 생겼어요', '닦으면 없어졌다가 다시 생깁니다.', {
    votes: 3,
    views: 96,
    images: [{ drawing: 'plant', name: '레몬나무.png' }],
    comments: [{ by: '옥상텃밭', body: '깍지벌레예요. 면봉에 소독용 알코올 묻혀서 하나씩 닦고, 일주일 뒤에 또 하세요.' }],
  }),
  ask('호빵', 10.2, '엑셀에서 날짜가 자꾸 숫자로 바뀝니다', '2026-11-14를 넣으면 46340이 됩니다. 무섭습니다.', {
    votes: 6,
    views: 177,
    comments: [
      { by: '새벽네시', body: '셀 서식을 날짜로 바꾸면 됩니다. 46340은 1900년부터 센 날수예요.' },
      { by: '호빵', body: '1900년부터 세고 있었다니 성실하네요.', to: 1 },
    ],
  }),
  ask('조약돌', 16, '면접 때 입을 옷, 빌릴 수 있는 곳 있을까요', '다음 주 화요일입니다.', {
    votes: 2,
    views: 140,
    comments: [
      { by: '골목서점', body: '구청 2층에서 무료로 빌려줍니다. 신분증 들고 가세요.' },
      { by: '단추', body: '합격을 빕니다!' },
      { by: '조약돌', body: '빌렸고, 붙었습니다!! 다들 고맙습니다.', to: 1 },
    ],
  }),
  ask('나그네', 22, 'What does “눈치” mean, exactly?', '외국인 친구가 물어서 대답을 못 했습니다. 영어로 한 문장에 설명해 주실 분?', {
    votes: 7,
    views: 163,
    comments: [
      { by: 'Hannah', body: 'Reading the room, but the room is also reading you.' },
      { by: 'mint_river', body: 'Perfect definition.', to: 1 },
    ],
  }),
]

export const demoMarket: readonly DemoPost[] = [
  sell(
    '수달',
    0.5,
    '[나눔] 아동 겨울 외투 (120, 130)',
    '조카가 훌쩍 커서 내놓습니다. 두 벌 모두 지퍼 멀쩡하고 세탁했어요. 먼저 댓글 주시는 분께 드립니다.',
    {
      votes: 4,
      views: 87,
      comments: [
        { by: '단추', body: '130 필요합니다! 오늘 저녁에 갈 수 있어요.' },
        { by: '수달', body: '네, 문 앞에 걸어 둘게요.', to: 1 },
        { by: '비오는날엔부침개', body: '120은 저요!' },
      ],
    },
  ),
  sell(
    '필름한통',
    2.2,
    '[팝니다] 필름 카메라, 50mm 렌즈와 함께 18만 원',
    '노출계 정확하고 셔터 전 구간 확인했습니다. 스펀지는 올봄에 갈았어요. 첫 필름 한 통 같이 드립니다.',
    {
      votes: 5,
      views: 154,
      comments: [
        { by: '나그네', body: '관심 있습니다. 주말에 볼 수 있을까요?' },
        { by: '필름한통', body: '토요일 두 시, 서점 앞 어떠세요.', to: 1 },
      ],
    },
  ),
  sell(
    '별보는목수',
    4.8,
    '[팝니다] 호두나무 도마, 자투리로 만들었습니다',
    '큰 것 3만, 작은 것 1만 5천. 기름은 세 번 먹였습니다. 자투리라 모양이 하나씩 다릅니다.',
    {
      votes: 13,
      views: 231,
      comments: [
        { by: '호빵', body: '작은 것 하나 부탁드려요.' },
        { by: '칼국수집아들', body: '큰 것 두 개요. 가게에서 쓰겠습니다.' },
      ],
    },
  ),
  sell(
    'mint_river',
    7.9,
    '[Free] Desk lamp and a stack of English novels',
    'Moving to a smaller room. Lamp works, novels are well loved. Pick up any evening.',
    {
      votes: 3,
      views: 92,
      comments: [
        { by: '도토리', body: '소설 제가 가져가도 될까요? 영어 공부하려고요.' },
        { by: 'mint_river', body: 'They are yours 🙂', to: 1 },
      ],
    },
  ),
  sell('걷는사람', 11.5, '[구합니다] 등산 스틱 한 쌍', '무릎이 예전 같지 않네요. 안 쓰시는 것 있으면 댓글 주세요.', {
    votes: 1,
    views: 66,
    comments: [{ by: '느린우체부', body: '두 번 쓴 것 있습니다. 그냥 드릴게요.' }],
  }),
  sell(
    '고양이세마리와사는사람인데요',
    20,
    '[나눔] 캣타워 (고양이들이 상자를 더 좋아해서)',
    '조립하고 세 시간 만에 버림받은 캣타워입니다. 상자는 안 드립니다.',
    {
      votes: 15,
      views: 244,
      comments: [
        { by: '호빵', body: '상자는 안 드립니다 ㅋㅋㅋㅋ' },
        { by: '초보정원사', body: '저희 집 첫째에게 물어보고 올게요.' },
      ],
    },
  ),
]
