import { join } from 'node:path'
import type { AppContext, Reader } from '../../context.ts'
import type { Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { moderationLogPath } from '../moderation/moderation.paths.ts'
import type { ActLine } from '../moderation/moderation.types.ts'
import { consoleMemberPath, consoleMembersPath } from './console.paths.ts'
import { MOST_TODAY } from './console.types.ts'
import type { ConsoleOverview } from './overview.read-models.ts'
import { consolePage } from './setting-fields.view-models.ts'

export interface OverviewPage {
  tiles: { label: string; figure: string; beside: string | null }[]
  members: { nickname: string; path: string; joined: DateText }[]
  membersPath: string
  acts: ActLine[]
  actsPath: string
  mailWarning: string | null
  system: { label: string; value: string }[]
}

type Config = Pick<AppContext['config'], 'mailUrl' | 'databaseUrl' | 'redisUrl' | 'varDir'>

export function overviewPage(reader: Reader, config: Config, { visits, today, members, acts, versions }: ConsoleOverview): Reply {
  const { t, number, date } = reader
  const figure = (count: number) => (count >= MOST_TODAY ? `${number(MOST_TODAY)}+` : number(count))
  const model: OverviewPage = {
    tiles: [
      {
        label: t('console.today.visitors'),
        figure: number(visits.today),
        beside: t('console.today.yesterday', { count: number(visits.yesterday) }),
      },
      { label: t('console.today.posts'), figure: figure(today.posts), beside: null },
      { label: t('console.today.comments'), figure: figure(today.comments), beside: null },
      { label: t('console.today.members'), figure: figure(today.members), beside: null },
    ],
    members: members.map((member) => ({ nickname: member.nickname, path: consoleMemberPath(member), joined: date(member.createdAt) })),
    membersPath: consoleMembersPath(),
    acts,
    actsPath: moderationLogPath(),
    mailWarning: config.mailUrl === null ? t('console.system.mail.files', { folder: join(config.varDir, 'mail') }) : null,
    system: [
      // The address of the mail server without the password that stands in it.
      ...(config.mailUrl === null
        ? []
        : [{ label: t('console.system.mail'), value: t('console.system.mail.sent', { host: new URL(config.mailUrl).host }) }]),
      { label: t('console.system.data'), value: t('console.system.data.folder', { folder: config.varDir }) },
      ...Object.entries({
        Madang: versions.madang,
        'Node.js': versions.node,
        [/maria/i.test(versions.database) ? 'MariaDB' : 'MySQL']: versions.database,
        Redis: versions.redis,
      }).map(([name, value]) => ({ label: t('console.system.version', { name }), value })),
    ],
  }
  return consolePage(reader, 'overview', model, { title: t('console.overview') })
}
