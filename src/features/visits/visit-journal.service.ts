import { randomUUID } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { Entry } from './visit-line.types.ts'
import {
  dropSegment,
  type OpenSegment,
  readSegment,
  type SegmentFolder,
  type StoredSegment,
  segmentFolder,
} from './visit-segments.service.ts'

/** What is written in one transaction. */
export interface Segment {
  mark: string
  entries: Entry[]
}

export interface VisitJournal {
  readonly waiting: boolean
  /** As much waits as one transaction should hold. */
  readonly full: boolean
  /** Kept, whatever becomes of this process. false: there is no room. */
  add(entry: Entry): boolean
  /** The oldest that waits; the one that is being filled, when it is the only one. */
  take(): Promise<Segment | null>
  /** It stands in the database. */
  done(segment: Segment): Promise<void>
  /** Takes over what processes left that are no more. */
  adopt(): Promise<void>
  close(): void
}

export interface JournalLimits {
  /** Entries of one segment. */
  segment: number
  /** Bytes on the disk. */
  disk: number
  /** Entries in memory; all there is room for while the disk takes nothing. */
  memory: number
}

const usual: JournalLimits = { segment: 500, disk: 64 * 1024 * 1024, memory: 10_000 }

interface Waiting {
  mark: string
  /** null: the disk took nothing. */
  file: StoredSegment | null
  /** null: on the disk alone. */
  entries: Entry[] | null
}

interface State {
  closed: Waiting[]
  filling: { mark: string; file: OpenSegment | null; entries: Entry[] } | null
  inMemory: number
  /** The disk takes nothing: said once, tried again with each segment. */
  broken: boolean
}

/**
 * Visits that wait for the database, on the disk before their page is sent: a process that is killed loses none, and while the database is away
 * they wait outside of memory. Nothing is forced down to the disk's surface: a power cut may take the last seconds.
 */
export function openVisitJournal({ config, log }: Pick<AppContext, 'config' | 'log'>, limits = usual): VisitJournal {
  const folder = segmentFolder(config.varDir, log)
  const state: State = { closed: [], filling: null, inMemory: 0, broken: false }
  const complain = (error: unknown) => {
    if (!state.broken) log.error({ err: error }, 'visits wait in memory alone: the disk takes nothing')
    state.broken = true
  }
  return {
    get waiting() {
      return state.closed.length > 0 || state.filling !== null
    },
    get full() {
      return state.closed.length > 0
    },
    add(entry) {
      const onDisk = [...state.closed, state.filling].reduce((sum, segment) => sum + (segment?.file?.bytes ?? 0), 0)
      if (onDisk >= limits.disk || (state.broken && state.inMemory >= limits.memory)) return false
      state.filling ??= fresh(folder, complain)
      append(state.filling, entry, complain)
      state.inMemory += 1
      if (state.filling.entries.length >= limits.segment) finish(state, limits)
      return true
    },
    async take() {
      if (state.closed.length === 0) finish(state, limits)
      const [next] = state.closed
      if (next === undefined) return null
      return { mark: next.mark, entries: next.entries ?? (next.file === null ? [] : await readSegment(next.file, log)) }
    },
    async done({ mark }) {
      const segment = state.closed.find((each) => each.mark === mark)
      state.closed = state.closed.filter((each) => each !== segment)
      state.inMemory -= segment?.entries?.length ?? 0
      state.broken = false
      if (segment?.file) await dropSegment(segment.file)
    },
    async adopt() {
      const left = await folder.adopt()
      state.closed = [...left.map((file) => ({ mark: file.mark, file, entries: null })), ...state.closed]
    },
    close() {
      finish(state, limits)
      folder.close()
    },
  }
}

function fresh(folder: SegmentFolder, complain: (error: unknown) => void): NonNullable<State['filling']> {
  try {
    const file = folder.open()
    return { mark: file.mark, file, entries: [] }
  } catch (error) {
    complain(error)
    return { mark: randomUUID(), file: null, entries: [] }
  }
}

function append(segment: NonNullable<State['filling']>, entry: Entry, complain: (error: unknown) => void): void {
  segment.entries.push(entry)
  try {
    segment.file?.append(entry)
  } catch (error) {
    complain(error)
  }
}

function finish(state: State, limits: JournalLimits): void {
  if (state.filling === null) return
  const { mark, file, entries } = state.filling
  file?.close()
  state.filling = null
  // What waits long waits on the disk alone.
  const crowded = state.inMemory > limits.memory && file !== null && !state.broken
  if (crowded) state.inMemory -= entries.length
  state.closed.push({ mark, file, entries: crowded ? null : entries })
}
