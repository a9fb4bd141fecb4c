import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { stickerImagePath } from '../stickers/stickers.paths.ts'
import { ALT_LENGTH, type FullSet, type StickerSet, setName, stickerCode } from '../stickers/stickers.types.ts'
import type { ArrangedPage, RemovePage } from './arranged.types.ts'
import { actsOf } from './arranged.view-models.ts'
import { consoleSetPath, consoleStickersPath, newSetPath } from './console.paths.ts'
import type { SettingsForm } from './console.types.ts'
import { consolePage, type FieldPlan, settingsForm, statusOf } from './setting-fields.view-models.ts'

export function setsPage(reader: Reader, sets: readonly StickerSet[]): Reply {
  const { t, locale } = reader
  const model: ArrangedPage = {
    heading: t('stickers.title'),
    about: t('console.stickers.about'),
    none: t('console.stickers.none'),
    newPath: newSetPath,
    newLabel: t('console.stickers.new'),
    rows: sets.map((set) => {
      const name = setName(set, locale)
      const path = consoleSetPath(set)
      return {
        name,
        facts: [`:${set.slug}/…:`, ...(set.offered === 1 ? [] : [t('console.stickers.off')])],
        isBelow: false,
        editPath: path,
        acts: actsOf(reader, path, name, { id: set.id, level: sets }),
      }
    }),
  }
  return consolePage(reader, 'arranged', model, { title: model.heading })
}

export const draftOfSet = (set: StickerSet | null): Record<string, string> =>
  set === null
    ? { slug: '', nameKo: '', nameEn: '', offered: 'yes' }
    : { nameKo: set.nameKo, nameEn: set.nameEn, offered: set.offered === 1 ? 'yes' : '' }

const nameFields: FieldPlan[] = [
  { name: 'nameKo', label: 'console.stickers.nameKo', help: 'console.stickers.name.help', max: 60, required: true, lang: 'ko' },
  { name: 'nameEn', label: 'console.stickers.nameEn', help: 'console.stickers.nameEn.help', max: 60, lang: 'en' },
  { name: 'offered', label: 'console.stickers.offered', help: 'console.stickers.offered.help', kind: 'tick' },
]
const slugField: FieldPlan = { name: 'slug', label: 'console.stickers.slug', help: 'console.stickers.slug.help', max: 30, required: true }

export interface StickerSetPage {
  heading: string
  form: SettingsForm
  /** null for a set that is not there yet. */
  known: {
    removePath: string
    addPath: string
    arrangePath: string
    altLength: number
    stickers: { id: number; code: string; alt: string; path: string; width: number; height: number; place: string }[]
  } | null
}

const setFormOf = (reader: Reader, state: FormState, action: string, fields: FieldPlan[]): SettingsForm =>
  settingsForm(reader, state, {
    ...{ id: 'set-form', action, submit: 'console.save', cancelPath: consoleStickersPath },
    parts: [{ heading: 'console.stickers.part', fields }],
  })

export function newSetPage(reader: Reader, state: FormState): Reply {
  const form = setFormOf(reader, state, newSetPath, [slugField, ...nameFields])
  const model: StickerSetPage = { heading: reader.t('console.stickers.new'), form, known: null }
  return consolePage(reader, 'sticker-set', model, { title: model.heading, status: statusOf(state) })
}

export function setPage(reader: Reader, set: FullSet, state: FormState): Reply {
  const path = consoleSetPath(set)
  const model: StickerSetPage = {
    heading: setName(set, reader.locale),
    form: setFormOf(reader, state, path, nameFields),
    known: {
      ...{ removePath: `${path}/remove`, addPath: `${path}/add`, arrangePath: `${path}/arrange`, altLength: ALT_LENGTH },
      stickers: set.stickers.map((sticker, index) => ({
        ...{ id: sticker.id, code: stickerCode(set, sticker), alt: sticker.alt, path: stickerImagePath(sticker.imageKey) },
        ...{ width: sticker.width, height: sticker.height, place: String(index + 1) },
      })),
    },
  }
  return consolePage(reader, 'sticker-set', model, { title: model.heading, status: statusOf(state) })
}

export function removeSetPage(reader: Reader, set: StickerSet): Reply {
  const { t, locale } = reader
  const model: RemovePage = {
    heading: t('console.stickers.removeHeading', { name: setName(set, locale) }),
    advice: t('console.stickers.removeAdvice'),
    action: `${consoleSetPath(set)}/remove`,
    submitLabel: t('console.stickers.remove'),
    cancelPath: consoleSetPath(set),
  }
  return consolePage(reader, 'remove', model, { title: model.heading })
}
