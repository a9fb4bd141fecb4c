import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** How far into a page its own word on its charset is looked for; browsers take 1,024, and many pages say it later. */
const LOOK_BYTES = 4_096

/** Bytes of a page or feed as text: its first bytes know best, then the header, then the page itself; what says nothing is UTF-8 or Korean. */
export function decodeText(data: Buffer, contentType: string): string {
  const charset = byteOrderMark(data) ?? known(fromHeader(contentType)) ?? known(fromPage(data)) ?? unspoken(data)
  return iconv.decode(data, charset, { stripBOM: true })
}

function byteOrderMark(data: Buffer): string | null {
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return 'utf8'
  if (data[0] === 0xfe && data[1] === 0xff) return 'utf16be'
  return data[0] === 0xff && data[1] === 0xfe ? 'utf16le' : null
}

const fromHeader = (contentType: string): string | undefined => /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]

function fromPage(data: Buffer): string | undefined {
  const head = data.subarray(0, LOOK_BYTES).toString('latin1')
  const found =
    /<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i.exec(head) ??
    /^\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})/i.exec(head)
  // What could be read as ASCII to get here is no UTF-16, whatever it says.
  return /^utf-?16/i.test(found?.[1] ?? '') ? 'utf8' : found?.[1]
}

/** The older Korean charsets are one: EUC-KR's letters and Windows' thousands of further syllables. */
function known(charset: string | undefined): string | null {
  if (charset === undefined) return null
  const name = /^(?:x-)?(?:euc-?kr|cp949|ms949|uhc|windows-949|ks_?c_?5601.*|ksx1001)$/i.test(charset) ? 'cp949' : charset
  return iconv.encodingExists(name) && !/^(?:base64|hex|utf-?7(?:-imap)?)$/i.test(name) ? name : null
}

/** The last letter may have been cut in two. */
function unspoken(data: Buffer): string {
  for (let cutAway = 0; cutAway < 4; cutAway += 1) if (isUtf8(data.subarray(0, data.length - cutAway))) return 'utf8'
  return 'cp949'
}
