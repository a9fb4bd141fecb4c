import { open } from 'node:fs/promises'

/** What a file is by its bytes and by its name, which must agree. A picture is whatever the decoder takes (lib/images). */
export type FoundKind = { kind: 'image' } | { kind: 'video' | 'file'; ending: string; mime: string }

interface Ending {
  mime: string
  /** As which of the known formats its bytes may be read. 'text': as none, and without a NUL. */
  bytes: readonly string[]
}

const videos: Record<string, Ending> = {
  mp4: { mime: 'video/mp4', bytes: ['mp4', 'm4v'] },
  m4v: { mime: 'video/mp4', bytes: ['mp4', 'm4v'] },
  webm: { mime: 'video/webm', bytes: ['webm'] },
}

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** What people hand around and no browser runs. Old office formats are one container to a sniffer, new ones a zip. */
const files: Record<string, Ending> = {
  pdf: { mime: 'application/pdf', bytes: ['pdf'] },
  hwp: { mime: 'application/x-hwp', bytes: ['cfb'] },
  hwpx: { mime: 'application/hwp+zip', bytes: ['zip', 'hwpx'] },
  doc: { mime: 'application/msword', bytes: ['cfb'] },
  xls: { mime: 'application/vnd.ms-excel', bytes: ['cfb'] },
  ppt: { mime: 'application/vnd.ms-powerpoint', bytes: ['cfb'] },
  docx: { mime: `${office}.wordprocessingml.document`, bytes: ['docx', 'zip'] },
  xlsx: { mime: `${office}.spreadsheetml.sheet`, bytes: ['xlsx', 'zip'] },
  pptx: { mime: `${office}.presentationml.presentation`, bytes: ['pptx', 'zip'] },
  odt: { mime: `${openDocument}.text`, bytes: ['odt', 'zip'] },
  ods: { mime: `${openDocument}.spreadsheet`, bytes: ['ods', 'zip'] },
  odp: { mime: `${openDocument}.presentation`, bytes: ['odp', 'zip'] },
  epub: { mime: 'application/epub+zip', bytes: ['epub'] },
  txt: { mime: 'text/plain', bytes: ['text'] },
  csv: { mime: 'text/csv', bytes: ['text'] },
  md: { mime: 'text/plain', bytes: ['text'] },
  srt: { mime: 'text/plain', bytes: ['text', 'srt'] },
  smi: { mime: 'application/octet-stream', bytes: ['text'] },
  zip: { mime: 'application/zip', bytes: ['zip'] },
  '7z': { mime: 'application/x-7z-compressed', bytes: ['7z'] },
  rar: { mime: 'application/vnd.rar', bytes: ['rar'] },
  gz: { mime: 'application/gzip', bytes: ['gz', 'tar.gz'] },
  mp3: { mime: 'audio/mpeg', bytes: ['mp3'] },
  m4a: { mime: 'audio/mp4', bytes: ['m4a'] },
  ogg: { mime: 'audio/ogg', bytes: ['ogg', 'oga', 'opus'] },
  wav: { mime: 'audio/wav', bytes: ['wav'] },
  flac: { mime: 'audio/flac', bytes: ['flac'] },
}

const heicEndings = ['heic', 'heif']
const pictureEndings = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', ...heicEndings])

/** What an iPhone makes unless it is told otherwise: nobody but Apple may unpack it without asking. */
export const isHeicByName = (name: string, type: string): boolean =>
  /^image\/hei[cf]/.test(type) || (type === '' && heicEndings.includes(endingOf(name)))

/** For the file chooser of a form. Pictures and films by type: an iPhone then makes a JPEG of what it took. */
export const acceptedAs = (kind: 'image' | 'video' | 'file'): string[] => {
  if (kind === 'image') return ['jpeg', 'png', 'gif', 'webp', 'avif'].map((type) => `image/${type}`)
  return kind === 'video' ? [...new Set(Object.values(videos).map(({ mime }) => mime))] : Object.keys(files).map((ending) => `.${ending}`)
}

/** null: nothing that we take. */
export async function kindOfFile(path: string, name: string): Promise<FoundKind | null> {
  const ending = endingOf(name)
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found?.mime.startsWith('image/') || pictureEndings.has(ending)) return { kind: 'image' }
  const bytes = found?.ext ?? ((await holdsText(path)) ? 'text' : '')
  for (const [kind, endings] of [['video', videos] as const, ['file', files] as const]) {
    const known = Object.hasOwn(endings, ending) ? endings[ending] : undefined
    if (known?.bytes.includes(bytes)) return { kind, ending, mime: known.mime }
  }
  return null
}

/** Before there is a byte of it to look at: as its name and its sender's browser have it. */
export function kindByName(name: string, type: string): FoundKind['kind'] | null {
  const ending = endingOf(name)
  if (type.startsWith('image/') || pictureEndings.has(ending)) return 'image'
  return Object.hasOwn(videos, ending) ? 'video' : Object.hasOwn(files, ending) ? 'file' : null
}

const endingOf = (name: string): string => /\.([a-z\d]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''

const LOOKED_AT = 64 * 1024

async function holdsText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0)
    return bytesRead > 0 && !buffer.subarray(0, bytesRead).includes(0)
  } finally {
    await file.close()
  }
}
