import { attachToolbar, openEditor } from '../editor.js'
import { callMembers } from './call-members.js'
import { pickFiles, takeFiles } from './take-files.js'

/** Opens what the field holds. The server makes the editor's markup of it: there is one parser of our Markdown. */
export async function openText(place, field) {
  const { form } = field
  const render = (source) => ask(place.dataset.renderPath, source, form)
  const source = field.value
  const html = source.trim() === '' ? '' : await render(source)
  // Under somebody's fingers nothing is exchanged.
  if (document.activeElement === field) await new Promise((left) => field.addEventListener('blur', left, { once: true }))
  const home = place.querySelector('.editor__place')
  const text = openEditor({
    field,
    place: home,
    label: place.dataset.label,
    source,
    html,
    render,
    takeFiles: (files) => takeFiles(form, files),
  })
  attachToolbar(place.querySelector('.editor__bar'), text.editor, {
    pickFiles: (kind) => pickFiles(form, kind),
    loadEmoji: () => load(place.dataset.emojiPath),
  })
  const callNobody = field.dataset.mentionFrom ? callMembers(text.editor, { field, caret: text.caret }) : null
  const ends = new AbortController()
  const { signal } = ends
  // What the browser tells of each key is the editor's own affair: forms hear of the field.
  home.addEventListener('input', (event) => event.stopPropagation(), { signal })
  for (const [target, event] of [
    [form, 'submit'],
    [form, 'pointerdown'],
    [form, 'focusout'],
    [document, 'visibilitychange'],
    [window, 'pagehide'],
    [window, 'beforeunload'],
  ])
    target.addEventListener(event, text.flush, { capture: true, signal })
  // Its label, and the list of what is wrong, lead to it.
  field.addEventListener('focus', () => text.editor.view.focus(), { signal })
  return {
    focus: () => text.editor.view.focus(),
    close() {
      ends.abort()
      callNobody?.()
      text.close()
    },
  }
}

async function load(path) {
  const response = await fetch(path)
  if (!response.ok) throw new Error(String(response.status))
  return response.text()
}

async function ask(path, source, { elements }) {
  const body = new URLSearchParams({ body: source, _csrf: elements._csrf?.value ?? '' })
  const response = await fetch(path, { method: 'POST', headers: { 'X-Requested-With': 'fetch' }, body })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()).html
}
