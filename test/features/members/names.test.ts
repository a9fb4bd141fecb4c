import { expect, test } from 'vitest'
import { isReservedName, loginProblem, nicknameProblem } from '../../../src/features/members/member-names.policy.ts'
import { passwordProblem, saysName } from '../../../src/features/members/passwords.policy.ts'

test.each([
  '새봄',
  '새봄2호',
  'Saebom',
  'ㅋㅋㅋ',
  '別の人',
  'Иван',
  'Ελένη',
  'देवनागरी',
  '🙂🙃',
  '👨‍👩‍👧‍👦아빠',
  '별★하나',
  'a.b_c-d',
  '가'.repeat(20),
])('a member may be called %s', (nickname) => {
  expect(nicknameProblem(nickname)).toBeNull()
})

test.each([
  ['', 'members.nickname.required'],
  ['봄', 'members.nickname.length'],
  ['가'.repeat(21), 'members.nickname.length'],
  ['홍\u3164길동', 'members.nickname.form'],
  ['\u3164\u3164', 'members.nickname.form'],
  ['\u2800\u2800', 'members.nickname.form'],
  ['새\u200b봄', 'members.nickname.form'],
  ['새\u200d봄', 'members.nickname.form'],
  ['\u202e새봄', 'members.nickname.form'],
  ['새봄\u2066', 'members.nickname.form'],
  ['새 봄', 'members.nickname.form'],
  ['새\n봄', 'members.nickname.form'],
  ['..', 'members.nickname.form'],
  ['<b>봄', 'members.nickname.form'],
  [`e${'\u0301'.repeat(5_000)}봄`, 'members.nickname.form'],
  ['аdmin', 'members.nickname.scripts'],
  ['pаypal', 'members.nickname.scripts'],
  ['Ωmega', 'members.nickname.scripts'],
  ['👨‍👩‍👧‍👦'.repeat(12), 'members.nickname.length'],
  ['ﷺ'.repeat(9), 'members.nickname.length'],
])('nobody may be called %j (%s)', (nickname, problem) => {
  expect(nicknameProblem(nickname)).toBe(problem)
})

test.each([
  'admin',
  'Admin',
  'ADM1N',
  'adm_in',
  'admin2',
  'admın',
  '관리자',
  '총관리자',
  '관.리.자',
  '운영진',
  'madang',
  'Root',
  '마당',
  'sysop',
  'sупport',
])('%s would speak for the site', (name) => {
  expect(isReservedName(name) || nicknameProblem(name) !== null).toBe(true)
})

test.each(['badminton', '관리', '노른자', 'robot', 'roots', '마당쇠', 'helper'])('%s is a name like others', (name) => {
  expect(isReservedName(name)).toBe(false)
})

test.each([
  ['saebom', null],
  ['a_b9', null],
  ['', 'members.login.required'],
  ['abc', 'members.login.form'],
  ['a'.repeat(21), 'members.login.form'],
  ['9abc', 'members.login.form'],
  ['새봄이다', 'members.login.form'],
  ['sae bom', 'members.login.form'],
])('login %j: %s', (login, problem) => {
  expect(loginProblem(login)).toBe(problem)
})

test.each<[string, string | null]>([
  ['', 'members.password.required'],
  ['1234567', 'members.password.short'],
  ['e\u0301'.repeat(7), 'members.password.short'],
  ['x'.repeat(1_001), 'members.password.long'],
  ['\ud800'.repeat(9), 'members.password.short'],
  ...['12345678', '1234567890', '87654321', 'abcdefgh', 'aaaaaaaa', 'abcabcabc', 'qwer1234', 'qwer1234!', 'QWER1234', '1q2w3e4r'].map(
    (common): [string, string] => [common, 'members.password.common'],
  ),
  ...['dkssudgktpdy', 'tkfkdgo1', '가나다라마바사아', '안녕하세요여러분', '😀'.repeat(8)].map((common): [string, string] => [
    common,
    'members.password.common',
  ]),
  ['하늘과 바람과 별', null],
  ['correct horse', null],
  [`${'x'.repeat(500)}yz`, null],
])('password %j: %s', (password, problem) => {
  expect(passwordProblem(password)).toBe(problem)
})

test('a password that says its name is refused, with digits after it too', () => {
  expect(saysName('Saebom', ['saebom'])).toBe(true)
  expect(saysName('saebom12', ['saebom'])).toBe(true)
  expect(saysName('saebom1231', ['saebom123'])).toBe(true)
  expect(saysName('saebom34!', ['saebom12'])).toBe(false)
  expect(saysName('saebom34', ['saebom12'])).toBe(true)
  expect(saysName('ѕаеbom', ['saebom'])).toBe(true)
  expect(saysName('quiet lanterns', ['saebom', '', '새봄'])).toBe(false)
})
