import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { consoleMemberPath } from './console.paths.ts'
import type { PeopleSection } from './console.types.ts'
import type { Moderator } from './console-boards.read-models.ts'
import { settingField } from './setting-fields.view-models.ts'

export const noNickname: FormState = { draft: {}, errors: {} }

export function peopleSection(
  reader: Reader,
  state: FormState,
  plan: {
    words: 'console.board.moderators' | 'console.group.members'
    members: readonly Moderator[]
    more: string | null
    addPath: string
    formId: string
  },
): PeopleSection {
  const { t } = reader
  const { words } = plan
  return {
    heading: t(words),
    about: t(`${words}.about`),
    none: t(`${words}.none`),
    members: plan.members.map((member) => ({
      nickname: member.nickname,
      path: consoleMemberPath(member),
      removeLabel: t('console.board.moderators.remove', { name: member.nickname }),
    })),
    more: plan.more,
    removePath: `${plan.addPath}/remove`,
    formId: plan.formId,
    addPath: plan.addPath,
    addLabel: t(`${words}.add`),
    field: settingField(reader, state, {
      name: 'nickname',
      label: 'console.board.moderators.nickname',
      help: 'console.board.moderators.nickname.help',
      max: 60,
      required: true,
    }),
  }
}
