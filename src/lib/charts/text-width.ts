/** Of a chart's words, at the 11 px of charts.css: rather too wide than too narrow, for no server measures a reader's font. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += /[.,:;'|il ]/.test(sign) ? 4 : (sign.codePointAt(0) ?? 0) < 0x1100 ? 7 : 11.5
  return width
}

/** As much of a text as there is room for. */
export function fitting(text: string, room: number): string {
  if (widthOf(text) <= room) return text
  const signs = [...text]
  while (signs.length > 0 && widthOf(`${signs.join('')}…`) > room) signs.pop()
  return signs.length === 0 ? '' : `${signs.join('').trimEnd()}…`
}
