/** Boxes that are no more than a frame: what they hold stands for itself. */
export function blocksApart(body: HTMLElement, headings: ReadonlyMap<string, number>): void {
  // Google Docs puts all of it into one <b> that is not bold; Word into sections.
  for (const frame of body.querySelectorAll(
    'b[id^="docs-internal-guid"], b[data-style*="font-weight:normal"], b[data-style*="font-weight: normal"]',
  ))
    unwrap(frame)
  for (const paragraph of body.querySelectorAll('p, div')) {
    const level = [...paragraph.classList].map((name) => headings.get(name)).find((each) => each !== undefined)
    const isTitle = paragraph.matches('.MsoTitle, .se-section-sectionTitle p, .se-sectionTitle p')
    if (level !== undefined || isTitle) rename(paragraph, `h${Math.min(level ?? 1, 6)}`)
  }
  // Headings are bold anyway, and what leads nowhere is no link.
  for (const needless of body.querySelectorAll('h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong, a[href$="#"]')) unwrap(needless)
  for (const frame of body.querySelectorAll('p')) if (frame.querySelector('table, ul, ol')) unwrap(frame)
  for (const line of body.querySelectorAll('.se-horizontalLine, .se-component.se-hr'))
    line.replaceWith(line.ownerDocument.createElement('hr'))
  for (const text of [...body.querySelectorAll('*')].flatMap(textsOf)) text.data = text.data.replace(/[\u200b\ufeff]/g, '')
  for (const fold of body.querySelectorAll('details')) fold.className = 'spoiler'
  for (const term of body.querySelectorAll('dt')) bold(rename(term, 'p'))
  for (const words of body.querySelectorAll('dd')) rename(words, 'p')
  for (const code of body.querySelectorAll('pre')) for (const br of code.querySelectorAll('br')) br.replaceWith('\n')
  dropRoom(body)
}

const textsOf = (element: Element): Text[] => [...element.childNodes].filter((node) => node instanceof Text)

/** One empty line is a pause; more are a program's way to make room. */
const isBlank = (element: Element): boolean =>
  (element.textContent ?? '').replace(/[\s\u00a0\u200b\ufeff]/g, '') === '' &&
  element.querySelector('img, hr, table, iframe, video') === null

function dropRoom(body: HTMLElement): void {
  let wasBlank = true
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, div, td, th')) {
    if (paragraph.querySelector('p, li, table, h1, h2, h3, h4')) continue
    const blank = isBlank(paragraph)
    const isRoom = wasBlank || paragraph.nextElementSibling?.tagName === 'TABLE'
    if (blank && paragraph.tagName === 'P' && isRoom && !paragraph.closest('td, th')) paragraph.remove()
    else if (blank && /^H\d$/.test(paragraph.tagName)) paragraph.remove()
    else if (blank && paragraph.tagName === 'P') paragraph.replaceChildren()
    wasBlank = blank
  }
}

/** Lists that lie in lists instead of in their points, and points that are tasks. */
export function foreignLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const item = list.previousElementSibling
    if (item?.tagName === 'LI') item.append(list)
    else if (list.parentElement) rename(wrapped(list, 'li'), 'li')
  }
  for (const item of body.querySelectorAll<HTMLElement>('li')) {
    const box = item.querySelector<HTMLInputElement>(
      ':scope > input[type="checkbox"], :scope > p > input[type="checkbox"], :scope > label > input[type="checkbox"]',
    )
    const checked =
      item.getAttribute('role') === 'checkbox' ? item.getAttribute('aria-checked') : box ? String(box.hasAttribute('checked')) : null
    if (checked !== null) item.dataset['checked'] = checked
    // A picture of a box that is ticked.
    if (item.getAttribute('role') === 'checkbox') item.querySelector('img')?.remove()
  }
  for (const box of body.querySelectorAll('input')) box.remove()
  // A list without empty lines, as long as no point has two paragraphs.
  for (const list of body.querySelectorAll('ul, ol')) {
    const words = [...list.querySelectorAll(':scope > li > p')]
    if (words.every((paragraph) => paragraph.parentElement?.querySelectorAll(':scope > p').length === 1))
      for (const each of words) unwrap(each)
  }
}

export function rename(element: Element, tag: string): HTMLElement {
  const renamed = element.ownerDocument.createElement(tag)
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

function wrapped(element: Element, tag: string): HTMLElement {
  const outer = element.ownerDocument.createElement(tag)
  element.replaceWith(outer)
  outer.append(element)
  return outer
}

/** What stands in it, in an element of that kind. */
export function fill(element: Element, tag: string, className = ''): void {
  const inner = element.ownerDocument.createElement(tag)
  if (className) inner.className = className
  inner.append(...element.childNodes)
  element.append(inner)
}

const bold = (element: Element): void => fill(element, 'strong')
