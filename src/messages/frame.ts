import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const frameMessages = {
  'frame.terms': { ko: '이용약관', en: 'Terms' },
  'frame.privacy': { ko: '개인정보처리방침', en: 'Privacy' },
} as const satisfies Catalogue
