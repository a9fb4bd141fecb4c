import type { Reader } from '../../context.ts'
import { renderMarkdown } from '../../lib/html/markdown.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { ownPagePath } from '../pages/pages.paths.ts'
import { type OwnPage, PAGE_TEXT_LENGTH, type PageText, pageTitle } from '../pages/pages.types.ts'
import type { ArrangedPage, RemovePage } from './arranged.types.ts'
import { actsOf } from './arranged.view-models.ts'
import { consolePagePath, consolePagesPath, newPagePath } from './console.paths.ts'
import type { SettingsForm } from './console.types.ts'
import { consolePage, type FieldPlan, levelChoicesFor, settingsForm, statusOf } from './setting-fields.view-models.ts'

export function pagesPage(reader: Reader, pages: readonly OwnPage[]): Reply {
  const { t, locale } = reader
  const model: ArrangedPage = {
    heading: t('console.ownPages'),
    about: t('console.ownPages.about'),
    none: t('console.ownPages.none'),
    newPath: newPagePath,
    newLabel: t('console.ownPage.new'),
    rows: pages.map((own) => {
      const name = pageTitle(own, locale)
      const path = consolePagePath(own)
      return {
        name,
        facts: [ownPagePath(own)],
        isBelow: false,
        editPath: path,
        acts: actsOf(reader, path, name, { id: own.id, level: pages }),
      }
    }),
  }
  return consolePage(reader, 'arranged', model, { title: model.heading })
}

export const draftOfPage = (own: (OwnPage & PageText) | null): Record<string, string> =>
  own === null
    ? { slug: '', titleKo: '', titleEn: '', level: '1', inFooter: '', sourceKo: '', sourceEn: '' }
    : {
        ...{ slug: own.slug, titleKo: own.titleKo, titleEn: own.titleEn, level: String(own.level) },
        ...{ inFooter: own.inFooter === 1 ? 'yes' : '', sourceKo: own.sourceKo, sourceEn: own.sourceEn },
      }

export interface OwnPageEditor {
  heading: string
  path: string | null
  removePath: string | null
  form: SettingsForm
  /** As whoever edits would read it in their language, when that was asked for. */
  preview: { lang: 'ko' | 'en'; title: string; textHtml: string } | null
}

export function editorPage(reader: Reader, own: OwnPage | null, state: FormState, preview = false): Reply {
  const { t, locale } = reader
  const form = settingsForm(reader, state, {
    id: 'page-form',
    action: own === null ? newPagePath : consolePagePath(own),
    submit: 'console.save',
    preview: 'console.ownPage.preview',
    cancelPath: consolePagesPath,
    parts: [
      { heading: 'console.ownPage.part', fields: placeFields(reader) },
      { heading: 'console.ownPage.text', fields: [textField('sourceKo', 'ko'), textField('sourceEn', 'en')] },
    ],
  })
  const { titleKo = '', titleEn = '', sourceKo = '', sourceEn = '' } = state.draft
  const lang = sourceKo.trim() === '' || (locale === 'en' && sourceEn.trim() !== '') ? 'en' : 'ko'
  const textHtml = renderMarkdown(lang === 'ko' ? sourceKo : sourceEn).html
  const model: OwnPageEditor = {
    heading: own === null ? t('console.ownPage.new') : pageTitle(own, locale),
    path: own === null ? null : ownPagePath(own),
    removePath: own === null ? null : `${consolePagePath(own)}/remove`,
    form,
    preview: preview ? { lang, title: pageTitle({ titleKo, titleEn }, locale), textHtml } : null,
  }
  return consolePage(reader, 'page', model, { title: model.heading, status: statusOf(state) })
}

const placeFields = (reader: Reader): FieldPlan[] => [
  { name: 'slug', label: 'console.ownPage.slug', help: 'console.ownPage.slug.help', max: 40, required: true },
  { name: 'titleKo', label: 'console.ownPage.titleKo', help: 'console.ownPage.title.help', max: 60, required: true, lang: 'ko' },
  { name: 'titleEn', label: 'console.ownPage.titleEn', help: 'console.ownPage.titleEn.help', max: 60, lang: 'en' },
  {
    name: 'level',
    label: 'console.ownPage.level',
    help: 'console.ownPage.level.help',
    kind: 'choice',
    choices: levelChoicesFor(
      reader,
      Array.from({ length: 10 }, (_, index) => index + 1),
    ),
  },
  { name: 'inFooter', label: 'console.ownPage.inFooter', help: 'console.ownPage.inFooter.help', kind: 'tick' },
]

const textField = (name: 'sourceKo' | 'sourceEn', lang: 'ko' | 'en'): FieldPlan => ({
  name,
  label: `console.ownPage.${name}`,
  help: 'console.ownPage.source.help',
  kind: 'area',
  rows: 14,
  max: PAGE_TEXT_LENGTH,
  lang,
})

export function removePagePage(reader: Reader, own: OwnPage): Reply {
  const { t, locale } = reader
  const model: RemovePage = {
    heading: t('console.ownPage.removeHeading', { name: pageTitle(own, locale) }),
    advice: t('console.ownPage.removeAdvice'),
    action: `${consolePagePath(own)}/remove`,
    submitLabel: t('console.ownPage.remove'),
    cancelPath: consolePagePath(own),
  }
  return consolePage(reader, 'remove', model, { title: model.heading })
}
