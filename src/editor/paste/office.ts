/** Word writes its lists as paragraphs that say where they belong; Hangul (HWP) names the outline level of a style in its style sheet. */

/** Which class is which heading, as HWP's style sheet has it: `p.HStyle2 {style-name:"개요 1"; …}`. */
export function outlineHeadings(sheets: string): ReadonlyMap<string, number> {
  const found = [...sheets.matchAll(/p\.(HStyle\d+)[^{}]*\{\s*style-name:\s*"(?:개요 (\d)|(제목))[^"]*"/g)]
  return new Map(found.map(([, name = '', level = '1']) => [name, Number(level)]))
}

const place = /mso-list:\s*l(\d+)\s+level(\d+)/

/** Runs of Word's list paragraphs become lists, one within the other by their level. */
export function officeLists(body: HTMLElement): void {
  let open: { list: HTMLElement; level: number }[] = []
  let before: Element | null = null
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, h1, h2, h3')) {
    const level = Number(place.exec(paragraph.dataset['style'] ?? '')?.[2] ?? 0)
    if (level === 0) continue
    if (before === null || nextAfter(open[0]?.list ?? before) !== paragraph) open = []
    const marker = paragraph.querySelector('[data-style*="mso-list"]')
    const isNumbered = /^\s*[\da-z가-힣]{1,3}[.)]/i.test(marker?.textContent ?? '')
    marker?.remove()
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop()
    let within = open.at(-1)
    if (!within || within.level < level) {
      const list = body.ownerDocument.createElement(isNumbered ? 'ol' : 'ul')
      const parent = within?.list.lastElementChild
      if (parent) parent.append(list)
      else paragraph.before(list)
      within = { list, level }
      open.push(within)
    }
    const item = body.ownerDocument.createElement('li')
    item.append(...paragraph.childNodes)
    within.list.append(item)
    paragraph.remove()
    before = item
  }
}

function nextAfter(element: Element): Element | null {
  return element.nextElementSibling
}
