import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const uploadsMessages = {
  'uploads.refused.type': {
    ko: 'JPEG, PNG, GIF, WebP, AVIF 이미지만 올릴 수 있습니다.',
    en: 'Only JPEG, PNG, GIF, WebP and AVIF images can be uploaded.',
  },
  'uploads.refused.tooLarge': {
    ko: '이미지가 너무 큽니다. 5,000만 화소보다 작게 줄여 주세요.',
    en: 'The image is too large. Please make it smaller than 50 megapixels.',
  },
  'uploads.refused.broken': {
    ko: '이미지를 끝까지 읽지 못했습니다. 파일이 깨지지 않았는지 열어 보고 다시 올려 주세요.',
    en: 'The image could not be read to its end. Please check that it opens, then upload it again.',
  },
  'uploads.tooMuch': {
    ko: '이미지는 한 번에 10개까지, 하나에 15MB까지 올릴 수 있습니다. 줄이거나 나누어 올려 주세요.',
    en: 'Up to 10 images at a time, 15 MB each. Please make them smaller or send them in parts.',
  },
  'uploads.tooManyToday': {
    ko: '하루에 올릴 수 있는 이미지 200개를 모두 올렸습니다. 내일 다시 올려 주세요.',
    en: 'You have uploaded the 200 images that one day allows. Please come back tomorrow.',
  },
  'uploads.busy': {
    ko: '지금 처리할 이미지가 많습니다. 잠시 뒤에 다시 올려 주세요.',
    en: 'Many images are being worked on right now. Please try again in a moment.',
  },
  'uploads.help': {
    ko: '여러 장을 골라도 되고, 글 위에 끌어 놓거나 붙여 넣어도 됩니다. 커서가 있는 곳에 들어갑니다.',
    en: 'Choose several, drop them on the text or paste them: they go in where the cursor is.',
  },
  'uploads.sending': { ko: '올리는 중:', en: 'Uploading:' },
  'uploads.sent': { ko: '올렸습니다:', en: 'Uploaded:' },
  'uploads.failed': { ko: '올리지 못했습니다:', en: 'Not uploaded:' },
  'uploads.nothing': { ko: '받은 이미지가 없습니다. 파일을 골라 주세요.', en: 'No image arrived. Please choose a file.' },
} as const satisfies Catalogue
