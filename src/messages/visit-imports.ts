import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const visitImportMessages = {
  'visits.import.title': { ko: '지난 기록 불러오기', en: 'Import past figures' },
  'visits.import.about': {
    ko: '다른 곳에서 날마다 센 방문자 수를 이어 붙입니다. 이 사이트가 직접 센 날은 바뀌지 않습니다. 불러온 날은 전체·최대와 통계에 들어가고, 방문자 장부에는 들어가지 않습니다. 여기서 세지 않은 수를 보증할 수는 없기 때문입니다.',
    en: 'Adds what was counted elsewhere, day by day. Days that this site counted itself stay as they are. Imported days are part of the total, the best day and the statistics, but not of the ledger: nobody here can vouch for them.',
  },
  'visits.import.file': { ko: 'CSV 파일', en: 'CSV file' },
  'visits.import.file.help': {
    ko: '400 KB까지. 고르면 아래 글 대신 이 파일을 읽습니다.',
    en: 'Up to 400 KB. If you choose one, it is read in place of the text below.',
  },
  'visits.import.text': { ko: '붙여 넣기', en: 'Or paste it' },
  'visits.import.text.help': {
    ko: '한 줄에 하루: 날짜, 방문자 수, (있으면) 페이지 보기. 날짜는 2026-11-25, 2026.11.25, 20261125처럼 쓸 수 있고 첫 줄에 제목이 있어도 됩니다. 그누보드는 visit_sum 표를 CSV로 내보낸 파일(vs_date, vs_count)을 그대로 쓸 수 있습니다.',
    en: 'A day a line: date, visitors and, if known, page views. Dates such as 2026-11-25, 2026.11.25 or 20261125; the first line may hold names. From GnuBoard, the table visit_sum as CSV (vs_date, vs_count) works as it is.',
  },
  'visits.import.look': { ko: '미리 보기', en: 'Preview' },
  'visits.import.button': { ko: '{count}일 불러오기', en: 'Import {count} days' },
  'visits.import.preview': { ko: '미리 보기', en: 'Preview' },
  'visits.import.fact.days': { ko: '새로 들어갈 날: {count}일 ({range})', en: 'New days: {count} ({range})' },
  'visits.import.fact.visitors': {
    ko: '방문자 합계 {total}, 가장 많은 날 {best} ({day})',
    en: 'Visitors: {total} in all, {best} on the best day ({day})',
  },
  'visits.import.fact.none': { ko: '새로 들어갈 날이 없습니다.', en: 'There is no new day.' },
  'visits.import.left.counted': {
    ko: '이 사이트가 직접 센 날 {count}일은 건너뜁니다 ({range}).',
    en: 'Left out, since this site counted them itself: {count} days ({range}).',
  },
  'visits.import.left.imported': {
    ko: '전에 불러온 날 {count}일은 건너뜁니다 ({range}). 바꾸려면 먼저 그 기록을 되돌리세요.',
    en: 'Left out, since they were imported before: {count} days ({range}). To change them, undo that import first.',
  },
  'visits.import.left.open': {
    ko: '아직 끝나지 않은 날 {count}일은 건너뜁니다 ({range}). 여기서 세고 있습니다.',
    en: 'Left out, since they are not over and are counted here: {count} days ({range}).',
  },
  'visits.import.twice': {
    ko: '설정에 ‘옮기기 전 전체’가 {total}으로 적혀 있습니다. 불러온 날이 그 안에 들어 있다면 두 번 더해지니 그 수를 줄이세요.',
    en: 'The settings add {total} as the total before. If these days are part of that, they would be added twice: lower that figure.',
  },
  'visits.import.before': {
    ko: '설정에 ‘세기 시작하는 날’이 {day}로 적혀 있어 그 앞의 날은 전체와 최대에 보이지 않습니다.',
    en: 'The settings count from {day}: days before it will not show in the total and the best day.',
  },
  'visits.import.year': { ko: '해', en: 'Year' },
  'visits.import.days': { ko: '날', en: 'Days' },
  'visits.import.visitors': { ko: '방문자', en: 'Visitors' },
  'visits.import.pageViews': { ko: '페이지 보기', en: 'Page views' },
  'visits.import.nothing': { ko: '파일을 고르거나 내용을 붙여 넣어 주세요.', en: 'Please choose a file or paste its content.' },
  'visits.import.tooLarge': {
    ko: '파일이 400 KB보다 큽니다. 나누어서 불러와 주세요.',
    en: 'The file is larger than 400 KB. Please import it in parts.',
  },
  'visits.import.tooManyLines': {
    ko: '한 번에 20,000줄까지 불러올 수 있습니다. 나누어서 불러와 주세요.',
    en: 'At most 20,000 lines can be imported at once. Please import them in parts.',
  },
  'visits.import.wrong': {
    ko: '읽을 수 없는 줄이 {total}개 있습니다. 고친 뒤에 다시 미리 보기를 눌러 주세요. 아직 아무것도 불러오지 않았습니다.',
    en: '{count, plural, one {One line} other {{total} lines}} can’t be read. Mend them and preview again. Nothing has been imported yet.',
  },
  'visits.import.wrong.cells': {
    ko: '{line}번째 줄 ‘{text}’: 칸의 수가 첫 줄과 다릅니다. 1,684 같은 수는 쉼표 없이 쓰거나 따옴표로 묶어 주세요.',
    en: 'Line {line}, “{text}”: it has not as many cells as the first line. Write figures such as 1,684 without the comma, or in quotes.',
  },
  'visits.import.wrong.day': {
    ko: '{line}번째 줄 ‘{text}’: 달력에 있는 날짜가 아닙니다.',
    en: 'Line {line}, “{text}”: this is no day of the calendar.',
  },
  'visits.import.wrong.visitors': {
    ko: '{line}번째 줄 ‘{text}’: 방문자 수가 0 이상의 정수가 아닙니다.',
    en: 'Line {line}, “{text}”: visitors must be a whole number.',
  },
  'visits.import.wrong.pageViews': {
    ko: '{line}번째 줄 ‘{text}’: 페이지 보기는 방문자 수보다 적을 수 없습니다.',
    en: 'Line {line}, “{text}”: page views must be a whole number, no smaller than the visitors.',
  },
  'visits.import.wrong.twice': {
    ko: '{line}번째 줄 ‘{text}’: 앞에 같은 날이 있습니다.',
    en: 'Line {line}, “{text}”: this day stands further up already.',
  },
  'visits.import.wrong.more': { ko: '그리고 {count}줄 더', en: 'and {count} more' },
  'visits.import.done': {
    ko: '불러왔습니다. 잘못되었으면 아래에서 되돌릴 수 있습니다.',
    en: 'Imported. If it was wrong, you can undo it below.',
  },
  'visits.import.past': { ko: '불러온 기록', en: 'Imports' },
  'visits.import.past.none': { ko: '아직 불러온 기록이 없습니다.', en: 'Nothing has been imported yet.' },
  'visits.import.when': { ko: '불러온 때', en: 'When' },
  'visits.import.by': { ko: '한 사람', en: 'By' },
  'visits.import.which': { ko: '기간', en: 'Which days' },
  'visits.import.range': { ko: '{first} ~ {last}', en: '{first} – {last}' },
  'visits.import.undo': { ko: '되돌리기', en: 'Undo' },
  'visits.import.undoneAt': { ko: '{when}에 되돌림', en: 'undone {when}' },
  'visits.import.undone': { ko: '불러온 기록을 되돌렸습니다.', en: 'The import was undone.' },
  'visits.import.undo.heading': { ko: '불러온 기록을 되돌릴까요?', en: 'Undo this import?' },
  'visits.import.undo.days': {
    ko: '불러온 {count}일을 지웁니다 ({range}).',
    en: 'The days that it brought are removed: {count} ({range}).',
  },
  'visits.import.undo.visitors': { ko: '전체에서 방문자 {total}명이 줄어듭니다.', en: 'The total goes down by {total} visitors.' },
  'visits.import.undo.others': {
    ko: '직접 센 날과 다른 때에 불러온 날은 그대로입니다.',
    en: 'Days that were counted here or came with another import stay.',
  },
} as const satisfies Catalogue
