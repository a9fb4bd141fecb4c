import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const uploadsMessages = {
  'uploads.refused.type': {
    ko: 'JPEG, PNG, GIF, WebP, AVIF 이미지만 올릴 수 있습니다.',
    en: 'Only JPEG, PNG, GIF, WebP and AVIF images can be uploaded.',
  },
  'uploads.refused.kind': {
    ko: '이 게시판에는 올릴 수 없는 종류의 파일입니다.',
    en: 'This board does not take files of this kind.',
  },
  'uploads.refused.unknown': {
    ko: '올릴 수 없는 파일입니다. 이미지, 동영상(MP4, WebM), 문서(PDF, 한글, 오피스, 텍스트), 압축 파일, 음악을 올릴 수 있습니다. 이름과 내용의 종류가 같아야 합니다.',
    en: 'This file cannot be uploaded. Images, videos (MP4, WebM), documents (PDF, HWP, Office, text), archives and music can; name and content must be of the same kind.',
  },
  'uploads.refused.heic': {
    ko: '아이폰의 HEIC 사진을 이 브라우저가 읽지 못합니다. 아이폰 설정 > 카메라 > 포맷에서 ‘높은 호환성’을 고르거나, 사진을 JPEG로 저장해 올려 주세요.',
    en: 'This browser can’t read HEIC photos. Choose “Most Compatible” in Settings > Camera > Formats on the iPhone, or save the photo as JPEG.',
  },
  'uploads.refused.empty': { ko: '빈 파일입니다.', en: 'The file is empty.' },
  'uploads.refused.ownRoom': {
    ko: '내 파일 공간 {most, number}MB 가운데 {left, number}MB가 남았는데, 이 파일은 {bytes, number}MB입니다. 쓰지 않는 파일을 글에서 빼면 하루 뒤에 자리가 납니다.',
    en: '{left, number} of your {most, number} MB are left, and this file has {bytes, number} MB. Files that you take out of your posts make room after a day.',
  },
  'uploads.refused.boardRoom': {
    ko: '이 게시판의 파일 공간 {most, number}MB 가운데 {left, number}MB가 남았는데, 이 파일은 {bytes, number}MB입니다. 운영자에게 알려 주세요.',
    en: '{left, number} of this board’s {most, number} MB are left, and this file has {bytes, number} MB. Please tell those who run it.',
  },
  'uploads.ownRoom': { ko: '올린 파일', en: 'Uploaded files' },
  'uploads.ownRoom.of': { ko: '{most} 가운데 {taken}', en: '{taken} of {most}' },
  'uploads.lost': {
    ko: '올리던 파일이 서버에 남아 있지 않습니다. 처음부터 다시 올려 주세요.',
    en: 'What was uploaded is no longer on the server. Please upload the file again.',
  },
  'uploads.refused.size': {
    ko: '파일이 너무 큽니다. 하나에 {megabytes, number}MB까지 올릴 수 있습니다.',
    en: 'The file is too large. Up to {megabytes, number} MB each can be uploaded.',
  },
  'uploads.refused.count': {
    ko: '파일은 {count, number}개까지 올릴 수 있습니다.',
    en: '{count, plural, =0 {No more files} one {Only one file} other {Only # files}} can be uploaded.',
  },
  'uploads.mayNotDownload': {
    ko: '이 게시판의 파일을 내려받을 수 있는 등급이 아닙니다.',
    en: 'Your level does not allow downloads on this board.',
  },
  'uploads.attachments': { ko: '첨부 파일', en: 'Attachments' },
  'uploads.downloads': { ko: '{count}회 내려받음', en: '{count} downloads' },
  'uploads.needsLevel': { ko: '내려받을 수 있는 등급이 아닙니다.', en: 'Your level does not allow downloads.' },
  'uploads.logInToDownload': { ko: '로그인하면 내려받을 수 있습니다.', en: 'Log in to download.' },
  'uploads.refused.tooLarge': {
    ko: '이미지가 너무 큽니다. 5,000만 화소보다 작게 줄여 주세요.',
    en: 'The image is too large. Please make it smaller than 50 megapixels.',
  },
  'uploads.refused.broken': {
    ko: '이미지를 끝까지 읽지 못했습니다. 파일이 깨지지 않았는지 열어 보고 다시 올려 주세요.',
    en: 'The image could not be read to its end. Please check that it opens, then upload it again.',
  },
  'uploads.tooMuch': {
    ko: '파일이 너무 크거나 많습니다. 줄이거나 나누어 올려 주세요.',
    en: 'Too large, or too many files at once. Please make them smaller or send them in parts.',
  },
  'uploads.tooManyToday': {
    ko: '하루에 올릴 수 있는 파일 200개를 모두 올렸습니다. 내일 다시 올려 주세요.',
    en: 'You have uploaded the 200 files that one day allows. Please come back tomorrow.',
  },
  'uploads.busy': {
    ko: '지금 처리할 이미지가 많습니다. 잠시 뒤에 다시 올려 주세요.',
    en: 'Many images are being worked on right now. Please try again in a moment.',
  },
  'uploads.help': {
    ko: '여러 개를 골라도 되고, 글 위에 끌어 놓거나 붙여 넣어도 됩니다. 커서가 있는 곳에 들어갑니다. 목록의 사진을 끌면 순서가 바뀝니다.',
    en: 'Choose several, drop them on the text or paste them: they go in where the cursor is. Drag a picture in the list to change the order.',
  },
  'uploads.limits': {
    ko: '파일은 {count, number}개까지, 하나에 {megabytes, number}MB까지 올릴 수 있습니다.',
    en: 'Up to {count, plural, one {# file} other {# files}} of {megabytes, number} MB each.',
  },
  'uploads.camera': { ko: '사진 찍기', en: 'Take a photo' },
  'uploads.state.waiting': { ko: '차례를 기다리는 중', en: 'Waiting for its turn' },
  'uploads.state.shrinking': { ko: '사진을 줄이는 중', en: 'Making the photo smaller' },
  'uploads.state.sending': { ko: '올리는 중 [percent]%', en: 'Uploading [percent]%' },
  'uploads.state.working': { ko: '다 올라가 정리하는 중', en: 'Uploaded, being prepared' },
  'uploads.state.broken': { ko: '연결이 끊겼습니다. 다시 잇는 중', en: 'The connection broke. Trying again' },
  'uploads.state.failed': {
    ko: '연결이 돌아오지 않습니다. ‘다시’를 누르면 멈춘 곳부터 올립니다.',
    en: 'The connection does not come back. “Again” goes on from where it stopped.',
  },
  'uploads.progress': { ko: '파일 [total]개 가운데 [done]개를 올렸습니다.', en: '[done] of [total] files are uploaded.' },
  'uploads.all': { ko: '파일 [done]개를 모두 올렸습니다.', en: 'Uploaded: [done].' },
  'uploads.some': {
    ko: '파일 [done]개를 올렸고, [failed]개는 올리지 못했습니다. 까닭은 목록에 있습니다.',
    en: 'Uploaded: [done]. Not uploaded: [failed]; the list says why.',
  },
  'uploads.held': {
    ko: '파일 [total]개 가운데 [done]개를 올렸습니다. 다 올라가면 바로 등록합니다.',
    en: '[done] of [total] files are uploaded. The post is sent off as soon as all are.',
  },
  'uploads.retry': { ko: '다시', en: 'Again' },
  'uploads.cancel': { ko: '취소', en: 'Cancel' },
  'uploads.remove': { ko: '본문에서 빼기', en: 'Take out of the text' },
  'uploads.up': { ko: '앞으로', en: 'Earlier' },
  'uploads.down': { ko: '뒤로', en: 'Later' },
  'uploads.drag': { ko: '끌어서 순서 바꾸기', en: 'Drag to change the order' },
  'uploads.moved': { ko: '[total]개 가운데 [place]번째로 옮겼습니다: [name]', en: 'Moved to place [place] of [total]: [name]' },
  'uploads.cover': { ko: '대표', en: 'Cover' },
  'uploads.firstCover': { ko: '첫 사진이 목록에 나옵니다', en: 'The first picture stands in lists' },
  'uploads.describe': { ko: '설명', en: 'Words' },
  'uploads.alt': { ko: '대체 텍스트', en: 'Alternative text' },
  'uploads.caption': { ko: '사진 아래에 보일 설명', en: 'Caption below the picture' },
  'uploads.altHelp': {
    ko: '대체 텍스트는 사진이 보이지 않는 사람에게 읽어 줍니다.',
    en: 'The alternative text is read to those who don’t see the picture.',
  },
  'uploads.nothing': { ko: '받은 파일이 없습니다. 파일을 골라 주세요.', en: 'No file arrived. Please choose a file.' },
} as const satisfies Catalogue
