import type { DemoPost } from './demo-post.types.ts'

const science = (by: string, daysAgo: number, title: string, body: string, more: Partial<DemoPost> = {}): DemoPost => ({
  board: 'science',
  by,
  daysAgo,
  title,
  body,
  ...more,
})

export const demoScience: readonly DemoPost[] = [
  science(
    '별보는목수',
    0.6,
    '이번 주 밤하늘: 목성과 달이 만납니다',
    '목요일 저녁 8시쯤 동쪽 하늘을 보세요. 달 바로 옆에 밝게 빛나는 것이 목성입니다. 쌍안경이 있으면 목성의 달 네 개도 점처럼 보입니다.\n\n| 요일 | 뜨는 때 | 볼 것 |\n|---|---:|---|\n| 수 | 19:40 | 달이 목성 오른쪽 위 |\n| 목 | 20:10 | 가장 가까움 |\n| 금 | 20:50 | 달이 왼쪽 아래로 |\n\n{image}\n\n천변 둔치가 가로등이 적어 좋습니다.',
    {
      votes: 18,
      views: 246,
      images: [{ drawing: 'night', name: '달과 목성.png' }],
      comments: [
        { by: '전자공작', body: '쌍안경 7배면 충분할까요?' },
        { by: '별보는목수', body: '네, 팔꿈치를 난간에 괴면 더 잘 보입니다.', to: 1 },
        { by: '새벽네시', body: '근무 중에 옥상에서 볼게요.' },
      ],
    },
  ),
  science(
    '전자공작',
    1.9,
    '작은 태양광 판으로 와이파이 공유기 돌리기, 한 달의 기록',
    '20W 판 하나와 배터리로 옥상 공유기를 한 달 돌려 봤습니다.\n\n{image}\n\n흐린 날이 사흘 이어지면 꺼집니다. 판을 하나 더 다는 것보다 **밤에 공유기를 재우는 쪽**이 훨씬 싸게 먹혔습니다.\n\n```python\ndef awake(hour: int) -> bool:\n    """사람이 깨어 있을 때만 켭니다."""\n    return 6 <= hour or hour < 1\n```\n\n다음 달에는 전압을 기록해 올리겠습니다.',
    {
      votes: 21,
      views: 318,
      images: [{ drawing: 'chart', name: '하루 발전량.png' }],
      comments: [
        { by: 'J.Park', body: 'Nice data. What charge controller did you use?' },
        { by: '전자공작', body: 'A cheap MPPT one; details next month.', to: 1 },
        { by: '옥상텃밭', body: '저희 옥상에도 하나 달아 주세요 ㅎㅎ' },
      ],
    },
  ),
  science(
    'J.Park',
    3.6,
    'R&D 자회사 설립, 그 뒤에 남은 질문들 <ⓒ 마당 과학모임>',
    '지난달 모임에서 나눈 이야기를 정리했습니다. 연구를 떼어 내면 빨라진다고들 하지만, 떼어 낸 뒤에 누가 그 결과를 쓰는지는 잘 이야기하지 않습니다.\n\n> 연구소가 멀어질수록 제품은 오래된 논문을 읽는다.\n\n세 회사의 사례를 보면 **사람이 오가는 길**을 남겨 둔 곳만 오래갔습니다.',
    { votes: 8, views: 157, comments: [{ by: '별보는목수', body: '인용하신 문장이 뼈를 때립니다.' }] },
  ),
  science(
    'Hannah',
    5.4,
    'Why honeybees dance, explained with a kitchen table',
    'Put a cup on the table: that is the hive. Put a spoon pointing at the window: that is the sun. A bee that found flowers walks a straight line, wagging. The angle to “up” inside the dark hive is the angle to the sun outside; how long she wags is how far it is.\n\nOne second is about a kilometre. I tried it with my neighbours’ children, and they found the hidden mandarins in under a minute.',
    {
      votes: 14,
      views: 203,
      comments: [
        { by: '초보정원사', body: '귤 찾기 놀이라니 천재세요.' },
        { by: '도토리', body: '번역기 돌려 읽었는데 너무 재밌어요!' },
      ],
    },
  ),
  science(
    '수달',
    8.8,
    '하천 물 온도를 일 년 동안 재 봤습니다',
    '매주 일요일 아침 같은 징검다리에서 쟀습니다. 가장 찬 날은 1.2도, 가장 따뜻한 날은 26.8도였어요. 오리는 4도 아래로 내려가면 상류로 옮깁니다.\n\n기록은 누구나 쓰셔도 됩니다.',
    {
      votes: 19,
      views: 264,
      images: [{ drawing: 'chart', name: '물 온도.png' }],
      comments: [
        { by: '별보는목수', body: '이런 기록이 정말 귀합니다.' },
        { by: '걷는사람', body: '오리도 다 생각이 있었군요.' },
      ],
    },
  ),
  science(
    '골목서점',
    13,
    '“인공지능이 다 해 주면 책은 누가 읽나요”',
    '어제 서점에 온 중학생이 물었습니다. 저는 이렇게 답했습니다. 요리를 대신 해 주는 기계가 있어도 배는 네가 고프다고요.\n\n여러분은 뭐라고 답하시겠어요?',
    {
      votes: 16,
      views: 288,
      comments: [
        { by: 'mint_river', body: 'That is a wonderful answer.' },
        { by: '전자공작', body: '기계가 읽은 것은 기계의 것이죠.' },
        { by: '나그네', body: '배는 네가 고프다… 적어 두겠습니다.' },
      ],
    },
  ),
  science(
    '새벽네시',
    18,
    '양자 컴퓨터, 아는 척하지 않고 설명하기 (1)',
    '동전을 던져 손등에 올리고 가린 상태를 떠올려 보세요. 앞인지 뒤인지 모르지만 둘 중 하나로 정해져 있죠. 양자는 *그렇지 않습니다*. 여기까지가 제가 자신 있게 말할 수 있는 전부입니다.\n\n2편은 제가 이해하면 올립니다.',
    { votes: 12, views: 214, comments: [{ by: 'J.Park', body: '2편 기다립니다 (십 년 예상)' }] },
  ),
  science(
    '전자공작',
    23,
    '고장 난 무선 이어폰, 버리기 전에',
    '한쪽만 안 들리면 열에 일곱은 충전 단자입니다. 면봉에 알코올을 살짝 묻혀 금색 점을 닦아 보세요. 그래도 안 되면 그때 서비스 센터로.',
    {
      votes: 24,
      views: 421,
      comments: [
        { by: '호빵', body: '살아났습니다!!! 은인' },
        { by: '단추', body: '저도요! 새로 살 뻔했네요.' },
      ],
    },
  ),
]
