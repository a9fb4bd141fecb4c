const busy = new Set(['waiting', 'shrinking', 'sending', 'working', 'broken'])

/**
 * One line of the list: a file on its way, or one that the text names.
 * @param list with its words in `data-…`
 * @param acts what its buttons do, by name
 */
export function createRow(list, acts) {
  const template = list.parentElement.querySelector('[data-upload-row]')
  const element = template.content.firstElementChild.cloneNode(true)
  const part = (name) => element.querySelector(`.upload__${name}`)
  const button = (act) => element.querySelector(`[data-act="${act}"]`)
  const words = [...element.querySelectorAll('[data-word]')]
  for (const each of element.querySelectorAll('[data-act]')) each.addEventListener('click', () => acts[each.dataset.act](element))
  button('describe').addEventListener('click', () => {
    part('words').hidden = !part('words').hidden
    button('describe').setAttribute('aria-expanded', String(!part('words').hidden))
    if (!part('words').hidden) words[0].focus()
  })
  for (const field of words) {
    field.addEventListener('change', () => acts.word(field.dataset.word, field.value))
    // Enter would send the whole post.
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      event.preventDefault()
      acts.word(field.dataset.word, field.value)
    })
  }

  /** What the text says of it. `place`: is it first, is it last, does it stand for the post without being chosen. */
  const tell = (reference, { first, last, stands }) => {
    element.dataset.state = 'done'
    show(['remove'])
    for (const act of ['cover', 'describe']) button(act).hidden = !reference.isPicture
    for (const [act, at] of [
      ['up', first],
      ['down', last],
    ]) {
      button(act).hidden = first && last
      button(act).disabled = at
    }
    element.classList.toggle('is-movable', !(first && last))
    button('cover').setAttribute('aria-pressed', String(reference.cover))
    part('state').textContent = reference.cover ? list.dataset.cover : stands ? list.dataset.first : ''
    for (const field of words) if (field !== document.activeElement) field.value = reference[field.dataset.word]
    name(decodeURIComponent(reference.path.split('/').at(-1)))
    if (reference.isPicture && !part('look').querySelector('img')) look(reference.path.replace(/(\/[^/]+)$/, '/thumbnail$1'))
  }

  /** How far it has come. */
  const follow = (upload) => {
    const { state, sent, bytes, message, file } = upload
    element.dataset.state = state
    element.toggleAttribute('aria-busy', busy.has(state))
    show(state === 'failed' ? ['retry', 'cancel'] : ['cancel'])
    const percent = String(Math.round((sent / bytes) * 100))
    part('state').textContent = state === 'failed' && message ? message : (list.dataset[state] ?? '').replace('[percent]', percent)
    part('bar').hidden = !busy.has(state)
    part('bar').value = sent / bytes
    name(file.name)
    if (file.type.startsWith('image/') && !part('look').querySelector('img')) look(URL.createObjectURL(file))
  }

  const show = (shown) => {
    for (const each of element.querySelectorAll('[data-act]')) each.hidden = !shown.includes(each.dataset.act)
    part('bar').hidden = true
  }

  const name = (said) => {
    if (part('name').textContent === said) return
    part('name').textContent = said
    part('name').title = said
    part('bar').setAttribute('aria-label', said)
    for (const each of element.querySelectorAll('[data-act]')) each.setAttribute('aria-label', `${each.title || each.textContent}: ${said}`)
  }

  /** The file's own address stays for as long as the page: taken back once it was loaded, browsers now and then asked for it again. */
  const look = (address) => {
    const picture = document.createElement('img')
    picture.alt = ''
    // What this browser can't show (HEIC, a broken file) keeps the sign of a file.
    picture.addEventListener('load', () => part('look').replaceChildren(picture), { once: true })
    picture.src = address
  }

  return { element, tell, follow, named: () => part('name').textContent }
}
