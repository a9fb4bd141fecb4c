import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const revisionsMessages = {
  'diff.added': { ko: '넣음', en: 'added' },
  'diff.removed': { ko: '뺌', en: 'removed' },
  'diff.leftOut': { ko: '그대로인 {count, number}자', en: '{count, number} unchanged characters' },
  'revisions.title': { ko: '수정 기록', en: 'Edit history' },
  'revisions.versions': { ko: '기록된 글', en: 'Versions' },
  'revisions.now': { ko: '지금 글', en: 'present' },
  'revisions.first': { ko: '처음 글', en: 'first' },
  'revisions.unknownTime': { ko: '더 오래된 글', en: 'Older' },
  'revisions.letters': { ko: '{count}자', en: '{count} characters' },
  'revisions.isPurged': { ko: '지워진 판', en: 'taken out' },
  'revisions.putBack': { ko: '{date}의 글로 되돌림', en: 'Put back as of {date}' },
  'revisions.putBackFirst': { ko: '예전 글로 되돌림', en: 'An earlier text put back' },
  'revisions.changes': { ko: '바로 앞 글에서 바뀐 곳', en: 'What changed' },
  'revisions.wholeText': { ko: '글 내용', en: 'The text' },
  'revisions.kept': {
    ko: '글마다 가장 새로운 기록 {count}개까지 남깁니다. 본문은 쓴 그대로의 글로 보여 줍니다.',
    en: 'Of each post the newest {count} changes are kept. Texts are shown as they were typed.',
  },
  'revisions.never': { ko: '아직 고친 적이 없는 글입니다.', en: 'This post was never edited.' },
  'revisions.nothingKept': {
    ko: '글의 내용이 바뀐 기록은 남아 있지 않습니다. 분류나 태그처럼 글 밖의 것만 고쳤거나, 기록을 남기기 전에 고친 글입니다.',
    en: 'No change of the text is on record: only what stands around it was changed, or it was edited before there was a history.',
  },
  'revisions.purgedNote': { ko: '운영자가 이 판의 내용을 지웠습니다.', en: 'The moderators took the words of this version out.' },
  'revisions.beforePurged': {
    ko: '바로 앞 판의 내용은 운영자가 지웠습니다. 무엇이 바뀌었는지는 보여 줄 수 없습니다.',
    en: 'The moderators took out the version before: what changed can’t be shown.',
  },
  'revisions.toPost': { ko: '글 보기', en: 'Back to the post' },
  'revisions.gone': { ko: '그 판은 이제 남아 있지 않습니다.', en: 'That version is kept no longer.' },
  'revisions.mayNotRestore': {
    ko: '글을 고칠 수 있는 글쓴이와 운영자만 되돌릴 수 있습니다.',
    en: 'Only its author, while they may edit it, and the moderators put an earlier text back.',
  },
  'revisions.restore': { ko: '이 글로 되돌리기', en: 'Put this version back' },
  'revisions.restore.about': {
    ko: '제목과 본문이 이 내용으로 돌아갑니다. 분류, 태그, 첨부는 그대로이고, 지금 글은 수정 기록에 남습니다.',
    en: 'Title and text become these again. Category and tags stay as they are, and the present text stays in the history.',
  },
  'revisions.restore.aboutOther': {
    ko: '다른 사람이 쓴 글의 제목과 본문을 이 내용으로 되돌립니다. 사유와 함께 운영 기록에 남고, 지금 글은 수정 기록에 남습니다.',
    en: 'Title and text of somebody else’s post become these again. It stands in the moderation log with your reason; the present text stays in the history.',
  },
  'revisions.restore.changes': { ko: '되돌리면 바뀌는 곳', en: 'What this will change' },
  'revisions.restored': { ko: '예전 글로 되돌렸습니다.', en: 'The earlier text is back.' },
  'revisions.reason.tooLong': { ko: '사유는 {max}자까지 쓸 수 있습니다.', en: 'A reason takes up to {max} characters.' },
  'revisions.changedMeanwhile': {
    ko: '그 사이에 글이 바뀌었습니다. 아래는 지금 글과 비교한 것입니다. 그래도 되돌리려면 한 번 더 눌러 주세요.',
    en: 'The post was changed meanwhile. Below it is compared with the present text; press again to put the version back all the same.',
  },
  'revisions.purge': { ko: '기록에서 지우기', en: 'Take out of the history' },
  'revisions.purge.about': {
    ko: '이 판의 제목과 본문을 영영 지웁니다. 이 판에만 쓰인 사진도 함께 지워집니다. 언제 고쳤는지는 남고, 지운 사실은 운영 기록에 남습니다. 지금 글에도 같은 내용이 있다면 따로 조치해 주세요.',
    en: 'Title and text of this version are deleted for good, with pictures that it alone shows. That there was one stays, and the moderation log keeps who took it out. If the present text says the same, see to that as well.',
  },
  'revisions.purge.words': { ko: '지워질 내용', en: 'What is deleted' },
  'revisions.purged': { ko: '수정 기록에서 지웠습니다.', en: 'Taken out of the history.' },
} as const satisfies Catalogue
