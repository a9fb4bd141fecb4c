import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import type { SignedNote } from '../statistics/day-notes.read-models.ts'
import { notesPath, statisticsPath } from '../statistics/statistics.paths.ts'
import type { ConfirmPage, SettingsForm } from './console.types.ts'
import { NOTE_LENGTH } from './console-visit-notes.schemas.ts'
import { consolePage, settingsForm, statusOf } from './setting-fields.view-models.ts'

export interface NotesPage {
  heading: string
  statisticsPath: string
  notes: { day: string; text: string; by: string; deletePath: string }[]
  form: SettingsForm
}

export function notesPage(reader: Reader, notes: readonly SignedNote[], state: FormState): Reply {
  const { t } = reader
  const model: NotesPage = {
    heading: t('statistics.notes'),
    statisticsPath: statisticsPath('overview'),
    notes: notes.map(({ id, day, text, nickname }) => ({
      ...{ day, text, by: nickname ?? t('statistics.notes.nobody'), deletePath: `${notesPath}/${id}/delete` },
    })),
    form: settingsForm(reader, state, {
      id: 'note-form',
      action: notesPath,
      submit: 'statistics.notes.add',
      parts: [
        {
          heading: 'statistics.notes.new',
          fields: [
            { name: 'day', label: 'visits.day', help: 'statistics.notes.day.help', kind: 'date', max: 10, required: true },
            { name: 'text', label: 'statistics.notes.text', help: 'statistics.notes.text.help', max: NOTE_LENGTH, required: true },
          ],
        },
      ],
    }),
  }
  return consolePage(reader, 'visit-notes', model, {
    title: model.heading,
    status: Object.keys(state.errors).length > 0 ? statusOf(state) : 200,
  })
}

export function deleteNotePage({ t, ...reader }: Reader, { id, day, text }: SignedNote): Reply {
  const model: ConfirmPage = {
    heading: t('statistics.notes.delete.name', { day }),
    facts: [text],
    warning: null,
    action: `${notesPath}/${id}/delete`,
    hidden: [],
    submitLabel: t('statistics.notes.delete'),
    cancelPath: notesPath,
  }
  return consolePage({ t, ...reader }, 'confirm', model, { title: model.heading })
}
