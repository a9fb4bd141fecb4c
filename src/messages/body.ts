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
  'body.picture': { ko: '사진 크게 보기', en: 'See the picture large' },
  'body.viewer': { ko: '사진 크게 보기', en: 'Pictures' },
  'body.viewer.close': { ko: '닫기', en: 'Close' },
  'body.viewer.previous': { ko: '이전 사진', en: 'Previous picture' },
  'body.viewer.next': { ko: '다음 사진', en: 'Next picture' },
  'body.viewer.original': { ko: '원본', en: 'Original' },
  'body.viewer.download': { ko: '저장', en: 'Save' },
  'body.viewer.zoom': { ko: '확대', en: 'Zoom' },
} as const satisfies Catalogue
