import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { SiteSettingsSchema } from '../settings/settings.types.ts'
import { isBotWord, linesOf } from '../visits/visit-rules.policy.ts'
import { statisticsPath, visitSettingsPath } from '../visits/visits.paths.ts'
import { addressDaysRange, isIgnorable, rowDaysRange, startRange } from './console-visits.schemas.ts'
import { consolePage, type FieldPlan, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

const standards = SiteSettingsSchema.parse({})

type Name = Extract<keyof typeof standards, `visit${string}`>

const words = (name: Name) =>
  ({ name, label: `visits.set.${name}`, help: `visits.set.${name}.help` }) satisfies Record<string, string> as {
    name: Name
    label: MessageKey
    help: MessageKey
  }

export function visitSettingsPage(reader: Reader, state: FormState): Reply {
  const { t } = reader
  const number = (name: Name, range: readonly [number, number]): FieldPlan => ({
    ...words(name),
    ...{ kind: 'number', range, max: 20, standard: reader.number(Number(standards[name])) },
  })
  const tick = (name: Name): FieldPlan => ({ ...words(name), kind: 'tick', standard: t(standards[name] ? 'console.on' : 'visits.set.off') })
  const lines = (name: Name, max: number, fits: (text: string) => boolean): FieldPlan => ({
    ...words(name),
    ...{ kind: 'area', rows: 4, max, standard: '', errorWords: firstWrong(state.draft[name] ?? '', fits) },
  })
  const form = settingsForm(reader, state, {
    id: 'visit-settings-form',
    action: visitSettingsPath,
    submit: 'console.save',
    cancelPath: statisticsPath(),
    parts: [
      {
        heading: 'visits.set.part.counted',
        fields: [tick('visitCountStaff'), lines('visitIgnored', 10_000, isIgnorable), lines('visitBotWords', 2_000, isBotWord)],
      },
      {
        heading: 'visits.set.part.before',
        about: 'visits.set.part.before.about',
        fields: [
          number('visitStartTotal', startRange),
          number('visitStartBest', startRange),
          { ...words('visitStartBestDay'), max: 10, standard: '' },
        ],
      },
      {
        heading: 'visits.set.part.kept',
        fields: [tick('visitPrivacySignals'), number('visitRowDays', rowDaysRange), number('visitAddressDays', addressDaysRange)],
      },
      { heading: 'visits.set.part.shown', fields: [tick('visitBadge'), tick('visitLedgerPublic')] },
    ],
  })
  const model: SettingsPage = { heading: t('visits.set.title'), about: t('visits.set.about'), form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

/** The line that an error is about: in a long list nobody finds it by themselves. */
function firstWrong(typed: string, fits: (text: string) => boolean): Record<string, string> {
  const wrong = linesOf(typed.replaceAll('\r\n', '\n')).find(({ text }) => !fits(text))
  return { line: String(wrong?.number ?? 1), text: [...(wrong?.text ?? '')].slice(0, 40).join('') }
}
