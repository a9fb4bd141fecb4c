import type { Config } from '../config/config.ts'

/** The configuration once it is known where the servers are. */
export interface Site extends Config {
  databaseUrl: string
  redisUrl: string
}

const everyAddress = new Set(['0.0.0.0', '::'])

/** Where a person at this machine opens it. */
export function siteAddress({ baseUrl, host, port }: Config): string {
  if (baseUrl !== null) return baseUrl
  if (everyAddress.has(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

export const startupLines = (site: Site): string[] => [
  `Madang is open at ${siteAddress(site)}`,
  `Data is in ${site.varDir}, logs are in ${site.varDir}/logs.`,
  ...(site.mailUrl === null ? [`MAIL_URL is not set: each mail becomes a file in ${site.varDir}/mail.`] : []),
]

export const ownerLine = (site: Site, path: string) =>
  `This site has no owner yet. Become it at ${siteAddress(site)}${path} (valid for 24 hours, usable once).`
