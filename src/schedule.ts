import type { AppContext } from './context.ts'

export interface RunningJobs {
  close(): Promise<void>
}

/** Starts the jobs of this process: which job, how often. */
export async function startJobs(_ctx: AppContext): Promise<RunningJobs> {
  return { close: async () => {} }
}
