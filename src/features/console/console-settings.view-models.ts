import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { adultProofs, MOST_MEGABYTES, POLICY_LENGTH, type SiteSettings, SiteSettingsSchema } from '../settings/settings.types.ts'
import { visitSettingsPath } from '../visits/visits.paths.ts'
import { settingsPath, siteInformationPath } from './console.paths.ts'
import { consolePage, type FieldPlan, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

const standards = SiteSettingsSchema.parse({})

/** Settings as a form shows them, before anyone typed. */
export const draftOfSettings = (settings: SiteSettings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'yes' : '') : String(value)]),
  )

type NameField = 'siteNameKo' | 'siteNameEn' | 'descriptionKo' | 'descriptionEn'

const named = (name: NameField, max: number, required = false): FieldPlan => ({
  name,
  label: `console.site.${name}`,
  help: `console.site.${name}.help`,
  max,
  required,
  lang: name.endsWith('Ko') ? 'ko' : 'en',
  standard: standards[name],
})

export function settingsPage(reader: Reader, state: FormState): Reply {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
  const form = settingsForm(reader, state, {
    id: 'settings-form',
    action: settingsPath,
    submit: 'console.save',
    parts: [
      {
        heading: 'console.site.part.name',
        fields: [named('siteNameKo', 40, true), named('siteNameEn', 40), named('descriptionKo', 160), named('descriptionEn', 160)],
      },
      {
        heading: 'console.site.part.rules',
        fields: [
          {
            name: 'zone',
            label: 'console.site.zone',
            help: 'console.site.zone.help',
            kind: 'choice',
            choices: zones,
            standard: standards.zone,
          },
          {
            name: 'signUpOpen',
            label: 'console.site.signUpOpen',
            help: 'console.site.signUpOpen.help',
            kind: 'tick',
            standard: reader.t('console.on'),
          },
          {
            name: 'adultProof',
            label: 'console.site.adultProof',
            help: 'console.site.adultProof.help',
            kind: 'choice',
            choices: adultProofs.map((proof) => ({ value: proof, label: reader.t(`console.site.adultProof.${proof}`) })),
            standard: reader.t(`console.site.adultProof.${standards.adultProof}`),
          },
          {
            name: 'memberMegabytes',
            label: 'console.site.memberMegabytes',
            help: 'console.site.memberMegabytes.help',
            kind: 'number',
            max: 7,
            range: [0, MOST_MEGABYTES],
            standard: reader.number(standards.memberMegabytes),
          },
          {
            name: 'liveComments',
            label: 'console.site.liveComments',
            help: 'console.site.liveComments.help',
            kind: 'tick',
            standard: reader.t('console.on'),
          },
        ],
        link: { label: reader.t('visits.set.title'), path: visitSettingsPath },
      },
    ],
  })
  const model: SettingsPage = { heading: reader.t('console.settings'), about: null, form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

const facts = [
  ['companyName', 80],
  ['representative', 60],
  ['address', 200],
  ['businessNumber', 40],
  ['mailOrderNumber', 60],
  ['phone', 40],
  ['fax', 40],
  ['contactEmail', 254],
  ['privacyOfficer', 60],
] as const

const laws = ['termsKo', 'termsEn', 'privacyKo', 'privacyEn'] as const

export function siteInformationPage(reader: Reader, state: FormState): Reply {
  const form = settingsForm(reader, state, {
    id: 'site-information-form',
    action: siteInformationPath,
    submit: 'console.save',
    parts: [
      {
        heading: 'console.info.part.company',
        fields: facts.map(([name, max]) => ({
          name,
          max,
          label: `settings.${name}`,
          help: `console.info.${name}.help` satisfies MessageKey,
        })),
      },
      {
        heading: 'console.info.part.law',
        about: 'console.info.part.law.about',
        fields: laws.map((name) => ({
          name,
          label: `console.info.${name}`,
          help: 'console.info.law.help',
          kind: 'area',
          max: POLICY_LENGTH,
          lang: name.endsWith('Ko') ? 'ko' : 'en',
        })),
      },
    ],
  })
  const model: SettingsPage = { heading: reader.t('console.siteInformation'), about: reader.t('console.info.about'), form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}
