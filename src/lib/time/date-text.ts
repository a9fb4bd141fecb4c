import { zonedParts } from './zone.ts'

/** What a template needs for one `<time>`: the machine's form, the short one that is shown, the full one on hover. */
export interface DateText {
  iso: string
  short: string
  /** 00:05: for what is minutes away, be it past midnight. */
  time: string
  full: string
}

/** Korean boards' habit: today 14:05, this year 07-29, older 24-07-29. Hours are 0–23: Node's 12-hour Korean says "AM". */
export function dateText(at: Date, now: Date, zone: string): DateText {
  const then = zonedParts(at, zone)
  const today = zonedParts(now, zone)
  const short = then.day === today.day ? then.time : then.day.slice(0, 4) === today.day.slice(0, 4) ? then.day.slice(5) : then.day.slice(2)
  return { iso: at.toISOString(), short, time: then.time, full: `${then.day} ${then.time}` }
}
