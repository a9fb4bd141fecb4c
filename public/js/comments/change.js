import { attachIn } from '../attach.js'
import { insertComments, parsed, tell } from './insert.js'
import { postForm, withToken } from './post-form.js'

export const acts = { edit: openForm, delete: takeAway }

async function openForm(section, link) {
  const comment = link.closest('.comment')
  const open = comment.querySelector('.say--edit')
  if (open) return open.elements.body.focus()
  const response = await fetch(link.href, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(String(response.status))
  const [form] = parsed((await response.json()).html)
  const said = comment.querySelector('.said')
  const cancel = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--quiet' })
  cancel.textContent = section.dataset.cancel
  form.classList.add('say--edit')
  form.querySelector('[type="submit"]').before(cancel)
  said.hidden = true
  said.after(form)
  const close = () => {
    form.remove()
    said.hidden = false
    link.focus()
  }
  cancel.addEventListener('click', close)
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close()
  })
  await attachIn(form)
  const { body } = form.elements
  body.focus()
  body.setSelectionRange(body.value.length, body.value.length)
}

async function takeAway(section, link) {
  const comment = link.closest('.comment')
  const { status, answer } = await postForm(link.href, withToken())
  if (status !== 200) throw new Error(String(status))
  // The form in which somebody answers it is not deleted with it.
  comment.dispatchEvent(new Event('goes', { bubbles: true }))
  const row = undoRow(section, answer)
  // It stands in the thread as what it is for.
  Object.assign(row.dataset, { depth: comment.dataset.depth })
  comment.after(row)
  if (answer.html === '') comment.remove()
  else insertComments(section, answer.html)
  tell(section, answer)
  row.querySelector('button').focus({ preventScroll: true })
}

/** For a while it offers to take the deletion back. */
function undoRow(section, { said, undo }) {
  const row = Object.assign(document.createElement('li'), { className: 'undo-row' })
  const words = Object.assign(document.createElement('p'), { textContent: said })
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: undo.label })
  row.append(words, button)
  const timer = setTimeout(() => row.remove(), undo.seconds * 1000)
  button.addEventListener('click', async () => {
    clearTimeout(timer)
    const { status, answer } = await postForm(undo.path, withToken())
    if (status !== 200) {
      words.textContent = answer.error ?? section.querySelector('#comment-form')?.dataset.unsent ?? ''
      return
    }
    const [comment] = parsed(answer.html)
    if (!document.getElementById(comment.id)) row.before(comment)
    const [standing] = insertComments(section, answer.html)
    row.remove()
    tell(section, answer)
    standing.tabIndex = -1
    standing.focus({ preventScroll: true })
  })
  return row
}
