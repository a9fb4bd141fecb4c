import { takeFiles } from '../editor/take-files.js'

/** Pictures of a comment: what takes them in is large, and comes with the first of them (upload.js). */
export function attach(form) {
  const text = form.elements.namedItem('body')
  const here = new AbortController()
  let loaded = null
  const load = () => {
    here.abort()
    loaded ??= import('./upload.js').then(({ attach: attachUploads }) => attachUploads(form))
    return loaded
  }
  const take = (event, files) => {
    if (files.length === 0 || loaded !== null) return
    event.preventDefault()
    void load().then(() => takeFiles(form, files))
  }
  const pictures = ({ files }) => [...files].filter(({ type }) => type.startsWith('image/'))
  const { signal } = here
  // What a spreadsheet puts there besides its words is a picture of them.
  text.addEventListener(
    'paste',
    (event) => event.clipboardData.types.includes('text/plain') || take(event, pictures(event.clipboardData)),
    {
      signal,
    },
  )
  form.addEventListener('dragover', (event) => event.dataTransfer.types.includes('Files') && event.preventDefault(), { signal })
  form.addEventListener('drop', (event) => take(event, pictures(event.dataTransfer)), { signal })
  form.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-tool="picture"]')) return
    // At once: later the browser would not take it for a press of somebody's.
    form.elements.namedItem('images').click()
    void load()
  })
  // A text that names some is shown with them.
  if (text.value.includes('](/files/')) void load()
  form.addEventListener('restored', () => text.value.includes('](/files/') && void load())
}
