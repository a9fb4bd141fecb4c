import type { Reader } from '../../context.ts'
import { emptyForm, type FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { canConfirmAdult, canReinstate, canSuspend, canWithdrawAdult, levelsToGive } from '../members/member-administration.policy.ts'
import { memberPath } from '../members/members.paths.ts'
import type { ActLine } from '../moderation/moderation.types.ts'
import { consoleMemberPath, consoleMembersPath } from './console.paths.ts'
import { type MemberRow, REASON_LENGTH, type SettingsForm } from './console.types.ts'
import type { FoundMembers, LoadedMember } from './console-members.read-models.ts'
import { consolePage, type FieldPlan, levelChoicesFor, settingsForm, statusOf } from './setting-fields.view-models.ts'

export interface MembersPage {
  path: string
  query: string
  members: (Pick<MemberRow, 'nickname' | 'login' | 'email'> & { path: string; rank: string; status: string; joined: DateText })[]
  olderPath: string | null
  newestPath: string | null
}

export function membersPage(reader: Reader, { q, before }: { q: string; before?: number | undefined }, found: FoundMembers): Reply {
  const { t, date, number } = reader
  const model: MembersPage = {
    path: consoleMembersPath(),
    query: q,
    members: found.members.map((member) => ({
      nickname: member.nickname,
      login: member.login,
      email: member.email,
      path: consoleMemberPath(member),
      rank: number(member.level),
      status: t(`console.status.${member.status}`),
      joined: date(member.createdAt),
    })),
    olderPath: found.olderThan === null ? null : consoleMembersPath({ query: q, before: found.olderThan }),
    newestPath: before === undefined ? null : consoleMembersPath({ query: q }),
  }
  return consolePage(reader, 'members', model, { title: t('console.members') })
}

export interface MemberPage {
  nickname: string
  facts: { label: string; value: string }[]
  profilePath: string | null
  forms: SettingsForm[]
  acts: ActLine[]
}

export type MemberFormName = 'level' | 'confirm-adult' | 'withdraw-adult' | 'suspend' | 'reinstate'

/** `failed` is the form that comes back with its errors. */
export function memberPage(reader: Reader, { member, acts }: LoadedMember, failed?: FormState & { name: MemberFormName }): Reply {
  const { t, date, number, viewer } = reader
  const stateOf = (name: MemberFormName): FormState => (failed?.name === name ? failed : emptyForm)
  const names: MemberFormName[] = []
  if (levelsToGive(viewer, member).length > 0) names.push('level')
  if (canConfirmAdult(viewer, member)) names.push('confirm-adult')
  if (canWithdrawAdult(viewer, member)) names.push('withdraw-adult')
  if (canSuspend(viewer, member)) names.push('suspend')
  if (canReinstate(viewer, member)) names.push('reinstate')
  const model: MemberPage = {
    nickname: member.nickname,
    facts: [
      { label: t('console.members.login'), value: member.login },
      { label: t('console.members.email'), value: member.email },
      { label: t('console.members.level'), value: number(member.level) },
      { label: t('console.members.status'), value: t(`console.status.${member.status}`) },
      { label: t('console.member.adult'), value: adultText(reader, member) },
      { label: t('console.members.joined'), value: date(member.createdAt).full },
      { label: t('console.members.lastLogin'), value: member.lastLoginAt ? date(member.lastLoginAt).full : t('console.members.never') },
    ],
    profilePath: member.status === 'left' ? null : memberPath(member.nickname),
    forms: names.map((name) => memberForm(reader, member, name, stateOf(name))),
    acts,
  }
  return consolePage(reader, 'member', model, { title: member.nickname, status: failed ? statusOf(failed) : 200 })
}

function adultText({ t, date }: Reader, { adultConfirmedAt, adultConfirmedBy }: LoadedMember['member']): string {
  if (adultConfirmedAt === null) return t('console.member.adult.none')
  return t(`console.member.adult.${adultConfirmedBy ?? 'declared'}`, { date: date(adultConfirmedAt).full })
}

function memberForm(reader: Reader, member: LoadedMember['member'], name: MemberFormName, state: FormState): SettingsForm {
  const reason: FieldPlan = {
    id: `${name}-reason`,
    name: 'reason',
    label: 'console.member.reason',
    help: 'console.member.reason.help',
    kind: 'area',
    rows: 3,
    max: REASON_LENGTH,
    required: true,
  }
  const choices = levelChoicesFor(reader, levelsToGive(reader.viewer, member))
  const level: FieldPlan = { name: 'level', label: 'console.members.level', help: 'console.member.level.help', kind: 'choice', choices }
  return settingsForm(
    reader,
    { draft: { level: String(member.level), ...state.draft }, errors: state.errors },
    {
      id: `${name}-form`,
      action: `${consoleMemberPath(member)}/${name}`,
      submit: `console.member.${name}`,
      parts: [
        name === 'level'
          ? { heading: 'console.member.level', fields: [level, reason] }
          : { heading: `console.member.${name}`, about: `console.member.${name}.help`, fields: [reason] },
      ],
    },
  )
}
