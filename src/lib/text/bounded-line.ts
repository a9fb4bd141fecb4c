/** What somebody sent, fit to be shown as one line: composed, without control characters, spaces once, no longer than `longest`. */
export function boundedLine(text: string, longest: number): string {
  const line = text
    .slice(0, longest * 4)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, longest).join('').trim()
}
