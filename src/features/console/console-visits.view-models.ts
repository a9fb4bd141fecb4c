import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { type Locale, locales } from '../../lib/i18n/catalogue.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { type SiteSettings, SiteSettingsSchema } from '../settings/settings.types.ts'
import { audiences, rowDaysRange, visitLooks } from '../settings/visit-settings.types.ts'
import { VISITORS_MARK, visitorsText, whereWordsStand } from '../visits/visit-privacy.policy.ts'
import { isBotWord, isUncountable, linesOf } from '../visits/visit-rules.policy.ts'
import { visitImportPath, visitPolicyPath, visitSettingsPath } from '../visits/visits.paths.ts'
import { startRange } from './console-visits.schemas.ts'
import { consolePage, type FieldPlan, type PartPlan, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

const standards = SiteSettingsSchema.parse({})

type Name = Extract<keyof typeof standards, `visit${string}`>

const named = (name: Name): { name: Name; label: MessageKey; help: MessageKey } => ({
  name,
  label: `visits.set.${name}`,
  help: `visits.set.${name}.help`,
})

export interface VisitSettingsPage extends SettingsPage {
  policy: {
    title: string
    about: string
    /** The reader's language first. */
    texts: { lang: Locale; label: string; words: string }[]
    state: string
    insertLabel: string | null
    showLabel: string
    action: string
  }
}

/** @param saved what is in force: the words for the policy are made of that, not of what was just typed */
export function visitSettingsPage(reader: Reader, state: FormState, saved: SiteSettings): Reply {
  const { t } = reader
  const form = settingsForm(reader, state, {
    id: 'visit-settings-form',
    action: visitSettingsPath,
    submit: 'console.save',
    cancelPath: '/console/visitors',
    parts: partsOf(reader, state),
  })
  const policy = policyOf(reader, saved)
  const model: VisitSettingsPage = { heading: t('visits.set.title'), about: t('visits.set.about'), form, policy }
  return consolePage(reader, 'visit-settings', model, { title: model.heading, status: statusOf(state) })
}

function partsOf({ t, number }: Reader, { draft }: FormState): PartPlan[] {
  const figure = (name: Name, range: readonly [number, number]): FieldPlan => ({
    ...named(name),
    ...{ kind: 'number', range, max: 20, standard: number(Number(standards[name])) },
  })
  const tick = (name: Name): FieldPlan => ({ ...named(name), kind: 'tick', standard: t(standards[name] ? 'console.on' : 'visits.set.off') })
  const day = (name: Name): FieldPlan => ({ ...named(name), kind: 'number', max: 20, standard: '' })
  const lines = (name: Name, max: number, fits: (text: string) => boolean): FieldPlan => ({
    ...named(name),
    ...{ kind: 'area', rows: 4, max, standard: '', errorWords: firstWrong(draft[name] ?? '', fits) },
  })
  const audience = (name: 'visitCounterFor' | 'visitOnlineFor' | 'visitLedgerFor' | 'visitStatisticsFor'): FieldPlan => ({
    ...named(name),
    kind: 'choice',
    choices: audiences.map((value) => ({ value, label: t(`visits.set.audience.${value}`) })),
    standard: t(`visits.set.audience.${standards[name]}`),
  })
  const look: FieldPlan = {
    ...named('visitLook'),
    kind: 'choice',
    choices: visitLooks.map((value) => ({ value, label: t(`visits.set.visitLook.${value}`) })),
    standard: t(`visits.set.visitLook.${standards.visitLook}`),
  }
  return [
    {
      heading: 'visits.set.part.counted',
      fields: [tick('visitCountStaff'), lines('visitUncountedAddresses', 10_000, isUncountable), lines('visitBotWords', 2_000, isBotWord)],
    },
    {
      heading: 'visits.set.part.before',
      about: 'visits.set.part.before.about',
      fields: [
        figure('visitStartTotal', startRange),
        figure('visitStartBest', startRange),
        day('visitStartBestDay'),
        day('visitCountFrom'),
      ],
      link: { label: t('visits.import.title'), path: visitImportPath },
    },
    {
      heading: 'visits.set.part.kept',
      about: 'visits.set.part.kept.about',
      fields: [tick('visitHonoursSignals'), figure('visitRowDays', rowDaysRange)],
    },
    {
      heading: 'visits.set.part.shown',
      fields: [
        look,
        audience('visitCounterFor'),
        audience('visitOnlineFor'),
        tick('visitBadge'),
        audience('visitLedgerFor'),
        audience('visitStatisticsFor'),
        tick('visitReport'),
      ],
    },
  ]
}

function policyOf({ t, locale }: Reader, saved: SiteSettings): VisitSettingsPage['policy'] {
  const place = whereWordsStand(saved)
  return {
    title: t('visits.privacy.set.title'),
    about: t('visits.privacy.set.about'),
    texts: [locale, ...locales.filter((other) => other !== locale)].map((lang) => ({
      ...{ lang, label: t(`visits.privacy.set.${lang}`), words: visitorsText(lang, saved) },
    })),
    state: t(`visits.privacy.set.${place}`, { mark: VISITORS_MARK }),
    insertLabel: place === 'missing' ? t('visits.privacy.set.insert') : null,
    showLabel: t('visits.privacy.set.show'),
    action: visitPolicyPath,
  }
}

/** The line that an error is about: in a long list nobody finds it by themselves. */
function firstWrong(typed: string, fits: (text: string) => boolean): Record<string, string> {
  const wrong = linesOf(typed.replaceAll('\r\n', '\n')).find(({ text }) => !fits(text))
  return { line: String(wrong?.number ?? 1), text: [...(wrong?.text ?? '')].slice(0, 40).join('') }
}
