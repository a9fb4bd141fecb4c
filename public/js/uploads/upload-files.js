import { shrunk } from './shrink.js'
import { Refused, transfer } from './transfer.js'

/** More would share the line, and each be slower for it. */
const AT_ONCE = 2
const waiting = []
const going = new Set()

/**
 * Sends files for the post that `form` writes: two at a time, through broken lines, pictures made small first where the board wants that.
 * The one way by which files of a script come in: the write form's list uses it, and so does the editor.
 *
 * @param {Iterable<File>} files
 * @param {object} options
 * @param {HTMLFormElement} options.form with its token, and its file field with `data-upload-path` and, if so, `data-shrink`
 * @param {() => number} options.standing how many files the text names by now
 * @param {(upload: object) => void} [options.onChange] whenever one has come further
 * @returns {object[]} in the order of `files`: `{ file, state, sent, bytes, message, stored, cancel(), retry() }`. `state` goes waiting →
 *   shrinking → sending (`sent` of `bytes`) → working → done (`stored`: what the server made of it, with its `markdown`); `broken` goes on by
 *   itself when the line does; failed (`message`, in the server's words; `''`: the line) can be tried again, cancelled is over
 */
export function uploadFiles(files, { form, standing, onChange = () => {} }) {
  const picker = form.querySelector('[data-upload-path]')
  return [...files].map((file) => {
    const stop = new AbortController()
    const progress = { uploadKey: undefined, offset: 0 }
    let ready
    const upload = { file, state: 'waiting', sent: 0, bytes: file.size, message: '', stored: null }
    const change = (state, changes = {}) => {
      if (upload.state === 'cancelled') return
      Object.assign(upload, changes, { state })
      onChange(upload)
    }
    const run = async () => {
      stop.signal.throwIfAborted()
      if (picker.dataset.shrink !== undefined && !ready) change('shrinking')
      ready ??= picker.dataset.shrink === undefined ? file : await shrunk(file)
      change('sending', { bytes: ready.size })
      const stored = await transfer(ready, {
        path: () => `${picker.dataset.uploadPath}&standing=${standing() + going.size - 1}`,
        token: form.elements._csrf.value,
        signal: stop.signal,
        progress,
        onSent: (sent) => change(sent < ready.size ? 'sending' : 'working', { sent: Math.min(sent, ready.size) }),
        onWait: () => change('broken'),
      })
      change('done', { stored, sent: ready.size })
    }
    const task = async () => {
      try {
        await run()
      } catch (error) {
        if (!stop.signal.aborted) change('failed', { message: error instanceof Refused ? error.message : '' })
      }
    }
    upload.cancel = () => {
      if (progress.uploadKey) void forget(progress.uploadKey, form.elements._csrf.value)
      change('cancelled')
      stop.abort()
    }
    upload.retry = () => {
      if (upload.state !== 'failed') return
      // What was said of it may not hold any more; what came of it does.
      if (progress.uploadKey) progress.offset = null
      change('waiting', { message: '' })
      enqueue(task)
    }
    enqueue(task)
    return upload
  })
}

function enqueue(task) {
  waiting.push(task)
  start()
}

function start() {
  while (going.size < AT_ONCE && waiting.length > 0) {
    const task = waiting.shift()
    going.add(task)
    // Not at once: whoever called hasn't got the upload yet.
    void Promise.resolve()
      .then(task)
      .finally(() => {
        going.delete(task)
        start()
      })
  }
}

const forget = (uploadKey, token) =>
  fetch(`/uploads/${uploadKey}/cancel`, {
    method: 'POST',
    keepalive: true,
    headers: { 'X-Requested-With': 'fetch', 'X-CSRF-Token': token },
  }).catch(() => {})
