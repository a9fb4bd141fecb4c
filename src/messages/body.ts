import type { Catalogue } from '../lib/i18n/catalogue.ts'

/** Words within the text of a post that its writer did not write. */
export const bodyMessages = {
  'body.contents': { ko: '목차', en: 'Contents' },
  'body.spoiler': { ko: '스포일러', en: 'Spoiler' },
  'body.notes': { ko: '각주', en: 'Notes' },
  'body.note': { ko: '각주 ', en: 'Note ' },
  'body.noteBack': { ko: '본문으로 돌아가기', en: 'Back to the text' },
  'body.play': { ko: '여기서 보기', en: 'Show here' },
  'body.player': { ko: '플레이어', en: 'player' },
} as const satisfies Catalogue
