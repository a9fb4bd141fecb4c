import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const stickersMessages = {
  'stickers.title': { ko: '스티커', en: 'Stickers' },
  'stickers.about': {
    ko: '댓글에 그림 아래의 글자를 적으면 스티커가 됩니다.',
    en: 'Write what stands below a picture into a comment, and it becomes that sticker.',
  },
  'stickers.none': { ko: '아직 스티커가 없습니다.', en: 'There are no stickers yet.' },
  'stickers.spoken': { ko: '[스티커: {name}]', en: '[sticker: {name}]' },
  'stickers.find': { ko: '스티커 찾기', en: 'Find a sticker' },
  'stickers.close': { ko: '닫기', en: 'Close' },
  'console.stickers.about': {
    ko: '댓글에 넣을 수 있는 그림 묶음입니다. 위에 있는 묶음이 먼저 보입니다.',
    en: 'Sets of pictures for comments. What stands above is shown first.',
  },
  'console.stickers.none': { ko: '스티커 묶음이 없습니다.', en: 'No sets yet.' },
  'console.stickers.new': { ko: '묶음 만들기', en: 'New set' },
  'console.stickers.part': { ko: '묶음', en: 'The set' },
  'console.stickers.slug': { ko: '주소 이름', en: 'Short name' },
  'console.stickers.slug.help': {
    ko: '댓글에 :이름/그림: 으로 적힙니다. 나중에 바꿀 수 없습니다.',
    en: 'Comments hold :name/picture:. It can’t be changed later.',
  },
  'console.stickers.slug.shape': {
    ko: '영어 소문자, 숫자, 붙임표로 30자까지 적어 주세요.',
    en: 'Up to 30 small letters, digits and hyphens.',
  },
  'console.stickers.slug.taken': {
    ko: '이미 쓰이거나 전에 쓰인 이름입니다. 다른 이름을 적어 주세요.',
    en: 'This name is or was in use. Choose another.',
  },
  'console.stickers.nameKo': { ko: '이름 (한국어)', en: 'Name (Korean)' },
  'console.stickers.name.help': { ko: '고르는 창에 보입니다.', en: 'Shown where one picks.' },
  'console.stickers.name.required': { ko: '이름을 적어 주세요.', en: 'Please enter a name.' },
  'console.stickers.nameEn': { ko: '이름 (영어)', en: 'Name (English)' },
  'console.stickers.nameEn.help': { ko: '비워 두면 한국어 이름을 씁니다.', en: 'Left empty, the Korean name is used.' },
  'console.stickers.offered': { ko: '고를 수 있음', en: 'Can be picked' },
  'console.stickers.offered.help': {
    ko: '끄면 새로 고를 수 없고, 이미 쓰인 그림은 그대로 보입니다.',
    en: 'Off: it can’t be picked any more; what was written with it stays.',
  },
  'console.stickers.off': { ko: '꺼짐', en: 'off' },
  'console.stickers.pictures': { ko: '그림', en: 'Pictures' },
  'console.stickers.add': { ko: '그림 올리기', en: 'Add pictures' },
  'console.stickers.add.help': {
    ko: 'PNG, GIF, WebP, JPEG를 한 번에 20개까지, 하나에 2MB까지 올립니다. 파일 이름이 설명이 됩니다.',
    en: 'PNG, GIF, WebP or JPEG, up to 20 at once and 2 MB each. The file’s name becomes its description.',
  },
  'console.stickers.added': { ko: '그림 {count, number}개를 올렸습니다.', en: '{count, number} pictures added.' },
  'console.stickers.noneAdded': {
    ko: '올릴 수 있는 그림이 없었습니다. 종류와 크기, 한 묶음 60개를 넘지 않는지 살펴봐 주세요.',
    en: 'No picture could be added. Check kind and size; a set holds 60.',
  },
  'console.stickers.alt': { ko: '설명', en: 'Description' },
  'console.stickers.place': { ko: '순서', en: 'Place' },
  'console.stickers.goes': { ko: '삭제', en: 'Remove' },
  'console.stickers.arrange.help': {
    ko: '설명은 그림을 보지 못하는 사람에게 읽히고, 지운 그림 자리에 남습니다.',
    en: 'Descriptions are read to who doesn’t see the picture, and stay where a removed one stood.',
  },
  'console.stickers.remove': { ko: '묶음 삭제', en: 'Remove set' },
  'console.stickers.removeHeading': { ko: '“{name}” 삭제', en: 'Remove “{name}”' },
  'console.stickers.removeAdvice': {
    ko: '이 묶음으로 쓴 댓글에는 그림 대신 설명이 남습니다. 되돌릴 수 없습니다.',
    en: 'Comments written with it keep the descriptions in place of the pictures. It can’t be undone.',
  },
  'console.stickers.removed': { ko: '묶음을 삭제했습니다.', en: 'The set was removed.' },
} as const satisfies Catalogue
