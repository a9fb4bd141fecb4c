import { gather } from '../uploads/gather.js'
import { createList } from '../uploads/list.js'
import { placed, referencesIn } from '../uploads/references.js'
import { textSource } from '../uploads/text-source.js'
import { uploadFiles } from '../uploads/upload-files.js'

const ended = new Set(['done', 'failed', 'cancelled'])

/** Files that are chosen, dropped or pasted go up at once; their Markdown lands where the cursor is. Without script the form carries them. */
export function attach(form) {
  const text = form.elements.body
  const status = form.querySelector('[data-upload-status]')
  const source = textSource(text)
  const list = createList(form.querySelector('[data-uploads]'), source, (said) => {
    status.textContent = said
  })
  text.addEventListener('input', list.read)
  list.read()

  const standing = () => new Set(referencesIn(text.value).map(({ key }) => key)).size
  const all = []
  let held = null

  const take = (files) => {
    const batch = uploadFiles(files, { form, standing, onChange: (upload) => changed(upload, batch) })
    all.push(...batch)
    for (const upload of batch) list.follow(upload)
    return batch.length > 0
  }

  const changed = (upload, batch) => {
    list.follow(upload)
    if (upload.state === 'done') source.whenQuiet(() => insert(upload, batch))
    report()
  }

  /** Two go up at a time, and the second may be first: it still stands where it was chosen to. Who shows the text in another way may place it. */
  const insert = ({ stored, ...upload }, batch) => {
    const keys = (some) => some.flatMap((each) => each.stored?.key ?? [])
    const at = batch.findIndex(({ file }) => file === upload.file)
    const beside = { after: keys(batch.slice(0, at)), before: keys(batch.slice(at + 1)) }
    const ours = text.dispatchEvent(new CustomEvent('fileready', { bubbles: true, cancelable: true, detail: { stored, ...beside } }))
    if (ours) source.insert((value, cursor) => placed(value, stored.markdown, { cursor, ...beside }))
  }

  const report = () => {
    const count = (state) => all.filter((upload) => upload.state === state).length
    const [done, failed, gone] = [count('done'), count('failed'), count('cancelled')]
    const going = all.some(({ state }) => !ended.has(state))
    const words = held && going ? 'held' : going ? 'progress' : failed > 0 ? 'some' : 'all'
    const said = status.dataset[words]
      .replace('[done]', String(done))
      .replace('[total]', String(all.length - gone))
      .replace('[failed]', String(failed))
    if (status.textContent !== said) status.textContent = said
    if (going || !held) return
    const button = held
    held = null
    if (failed === 0) form.requestSubmit(button)
  }

  // A post that is sent off now would lack them.
  const hold = (event, button) => {
    if (['preview', 'draft'].includes(button?.value) || all.every(({ state }) => ended.has(state))) return
    event.preventDefault()
    event.stopImmediatePropagation()
    held = button
    report()
  }
  const main = form.querySelector('[value="publish"]') ?? form.querySelector('[type="submit"]')
  // Sent by keys there is no button.
  // Sent while its page stays: what goes up from now on is of another text.
  form.addEventListener('taken', () => {
    all.length = 0
    status.textContent = ''
  })
  form.addEventListener('submit', (event) => hold(event, event.submitter ?? main), { capture: true })
  // Nothing was written and the files aren't there yet: what is missing comes with them.
  text.addEventListener('invalid', (event) => {
    if (text.validity.valueMissing) hold(event, main)
  })
  addEventListener('beforeunload', (event) => {
    if (!all.every(({ state }) => ended.has(state))) event.preventDefault()
  })
  gather(form, { text, picker: form.elements.images, take })
}
