import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import type { BoardGroup } from '../boards/boards.types.ts'
import * as paths from './console.paths.ts'
import type { ConfirmPage, PeopleSection, SettingsForm } from './console.types.ts'
import type { GroupDetails } from './console-groups.read-models.ts'
import { noNickname, peopleSection } from './people-section.view-models.ts'
import { consolePage, levelChoicesFor, type PartPlan, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

export const groupName = ({ locale }: Pick<Reader, 'locale'>, group: Pick<BoardGroup, 'nameKo' | 'nameEn'>): string =>
  locale === 'ko' ? group.nameKo : group.nameEn || group.nameKo

const beginning: FormState = { draft: { level: '1', membersOnly: 'no' }, errors: {} }

const draftOf = ({ slug, nameKo, nameEn, level, membersOnly }: BoardGroup): FormState['draft'] => ({
  slug,
  nameKo,
  nameEn,
  level: String(level),
  membersOnly: membersOnly ? 'yes' : 'no',
})

export function newGroupPage(reader: Reader, state: FormState = beginning): Reply {
  const form = settingsForm(reader, state, {
    id: 'group-form',
    action: paths.newGroupPath,
    submit: 'console.group.create',
    cancelPath: paths.consoleBoardsPath,
    parts: groupParts(reader),
  })
  const model: SettingsPage = { heading: reader.t('console.group.new'), about: reader.t('console.group.about'), form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

export interface GroupPage {
  heading: string
  form: SettingsForm
  people: PeopleSection
  deleteAbout: string
  deletePath: string | null
}

/** `state` is the group's form; a member who could not be added comes back in `nickname`. */
export function groupPage(reader: Reader, details: GroupDetails, state: FormState | null = null, nickname: FormState = noNickname): Reply {
  const { t, number } = reader
  const { group } = details
  const path = paths.consoleGroupPath(group)
  const mayGo = details.boards === 0 && details.groups > 1
  const model: GroupPage = {
    heading: groupName(reader, group),
    form: settingsForm(reader, state ?? { draft: draftOf(group), errors: {} }, {
      id: 'group-form',
      action: path,
      submit: 'console.save',
      cancelPath: paths.consoleBoardsPath,
      parts: groupParts(reader),
    }),
    people: peopleSection(reader, nickname, {
      words: 'console.group.members',
      members: details.members,
      more: details.total > details.members.length ? t('console.group.members.more', { total: number(details.total) }) : null,
      addPath: `${path}/members`,
      formId: 'member-form',
    }),
    deleteAbout: t(
      mayGo ? 'console.group.delete.about' : details.boards > 0 ? 'console.group.delete.hasBoards' : 'console.group.delete.last',
    ),
    deletePath: mayGo ? `${path}/delete` : null,
  }
  const status = Math.max(state ? statusOf(state) : 200, statusOf(nickname))
  return consolePage(reader, 'group', model, { title: model.heading, status })
}

const groupParts = (reader: Reader): PartPlan[] => [
  {
    heading: 'console.board.part.names',
    fields: [
      { name: 'slug', label: 'console.group.slug', help: 'console.group.slug.help', max: 20, required: true },
      { name: 'nameKo', label: 'console.board.nameKo', help: 'console.group.nameKo.help', max: 60, required: true, lang: 'ko' },
      { name: 'nameEn', label: 'console.board.nameEn', help: 'console.board.nameEn.help', max: 60, required: true, lang: 'en' },
    ],
  },
  {
    heading: 'console.group.part.who',
    fields: [
      {
        name: 'level',
        label: 'console.group.level',
        help: 'console.group.level.help',
        kind: 'choice',
        choices: levelChoicesFor(
          reader,
          Array.from({ length: 10 }, (_, index) => index + 1),
        ),
        standard: levelChoicesFor(reader, [1])[0]?.label ?? '',
      },
      {
        name: 'membersOnly',
        label: 'console.group.membersOnly',
        help: 'console.group.membersOnly.help',
        kind: 'choice',
        choices: [
          { value: 'no', label: reader.t('console.group.membersOnly.no') },
          { value: 'yes', label: reader.t('console.group.membersOnly.yes') },
        ],
        standard: reader.t('console.group.membersOnly.no'),
      },
    ],
  },
]

export function deleteGroupPage(reader: Reader, { group, total }: GroupDetails): Reply {
  const { t, number } = reader
  const model: ConfirmPage = {
    heading: t('console.group.deleteName', { name: groupName(reader, group) }),
    facts: [t('console.group.delete.members', { count: total, total: number(total) })],
    warning: null,
    action: `${paths.consoleGroupPath(group)}/delete`,
    hidden: [],
    submitLabel: t('console.group.delete'),
    cancelPath: paths.consoleGroupPath(group),
  }
  return consolePage(reader, 'confirm', model, { title: model.heading })
}
