/** Work that comes again by itself. Of all workers together, one does it each time. */
export interface ScheduledJob {
  name: string
  /** Milliseconds from one run to the next, or a cron pattern in the site's zone. */
  when: { every: number } | { pattern: string }
  run(): Promise<unknown>
  /** Takes its time: a process never does it beside itself, where it would take the places of other jobs. */
  alone?: true
}

export interface RunningJobs {
  /** What is being done gets done, within a few seconds. */
  close(): Promise<void>
}
