export interface StopSignals {
  /** Resolves at the first signal. */
  told: Promise<void>
  /** Resolves at the second. */
  hurried: Promise<void>
}

/** Ctrl-C arrives twice under npm: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1_000

export function toldToStop(): StopSignals {
  const told = Promise.withResolvers<void>()
  const hurried = Promise.withResolvers<void>()
  let first = 0
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(name, () => {
      first ||= performance.now()
      if (performance.now() - first > SAME_SIGNAL_MS) hurried.resolve()
      told.resolve()
    })
  }
  return { told: told.promise, hurried: hurried.promise }
}
