import type { Catalogue } from '../lib/i18n/catalogue.ts'
import { defaultPrivacyMessages } from './default-privacy.ts'
import { defaultTermsMessages } from './default-terms.ts'

export const settingsMessages = {
  ...defaultTermsMessages,
  ...defaultPrivacyMessages,
  'settings.terms': { ko: '이용약관', en: 'Terms of use' },
  'settings.privacy': { ko: '개인정보처리방침', en: 'Privacy policy' },
  'settings.companyName': { ko: '회사명', en: 'Company' },
  'settings.representative': { ko: '대표', en: 'Representative' },
  'settings.address': { ko: '주소', en: 'Address' },
  'settings.businessNumber': { ko: '사업자 등록번호', en: 'Business registration' },
  'settings.mailOrderNumber': { ko: '통신판매업신고번호', en: 'Mail-order registration' },
  'settings.phone': { ko: '전화', en: 'Phone' },
  'settings.fax': { ko: '팩스', en: 'Fax' },
  'settings.contactEmail': { ko: '이메일', en: 'E-mail' },
  'settings.privacyOfficer': { ko: '개인정보관리책임자', en: 'Privacy officer' },
} as const satisfies Catalogue
