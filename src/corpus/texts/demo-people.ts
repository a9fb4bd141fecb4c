export interface DemoPerson {
  nickname: string
  login: string
  level: number
  /** Boards that they moderate. */
  moderates: string[]
  /** Years and parts of them since they joined. */
  years: number
}

const person = (nickname: string, login: string, years: number, more: Partial<DemoPerson> = {}): DemoPerson => ({
  nickname,
  login,
  level: 2,
  moderates: [],
  years,
  ...more,
})

export const demoPeople: readonly DemoPerson[] = [
  person('느티나무', 'zelkova', 3, { level: 9 }),
  person('골목서점', 'alleybooks', 2.8, { moderates: ['books', 'free'] }),
  person('별보는목수', 'starwood', 2.6, { moderates: ['science', 'photo'] }),
  person('칼국수집아들', 'noodleson', 2.4),
  person('수달', 'otter77', 2.3),
  person('mint_river', 'mintriver', 2.1),
  person('비오는날엔부침개', 'pancakeday', 1.9),
  person('초보정원사', 'firstgarden', 1.8),
  person('걷는사람', 'walking', 1.7),
  person('옥상텃밭', 'rooftop', 1.6),
  person('J.Park', 'jpark', 1.5),
  person('고양이세마리와사는사람인데요', 'threecats', 1.4),
  person('느린우체부', 'slowpost', 1.2),
  person('호빵', 'hoppang', 1.1),
  person('dawn_runner', 'dawnrunner', 1),
  person('바닷가작업실', 'seastudio', 0.9),
  person('전자공작', 'solder', 0.8),
  person('도토리', 'acorn', 0.7),
  person('필름한통', 'film36', 0.6),
  person('Hannah', 'hannah', 0.55),
  person('새벽네시', 'fouram', 0.5),
  person('조약돌', 'pebble', 0.4),
  person('단추', 'button', 0.3),
  person('나그네', 'nagne', 0.2),
  person('새내기', 'newhere', 0.05),
]
