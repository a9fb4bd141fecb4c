import type { IncomingHttpHeaders } from 'node:http'
import { readAgent } from '../../lib/agents/agent.ts'
import { agentText } from '../../lib/agents/agent-text.ts'
import { botName, isBotAgent } from '../../lib/agents/bots.ts'
import { campaignOf } from '../../lib/agents/campaign.ts'
import { withHints } from '../../lib/agents/client-hints.ts'
import { readReferrer } from '../../lib/agents/referrer.ts'
import type { VisitFacts } from './visit-facts.types.ts'

/** Apps in which links are sent from one to another, or shown to many: few of them say where a link stood. */
const kindOfApp: Readonly<Record<string, VisitFacts['referrerKind']>> = {
  ...{ KakaoTalk: 'messenger', Line: 'messenger', Messenger: 'messenger', Telegram: 'messenger', WeChat: 'messenger' },
  ...{ Discord: 'messenger', Slack: 'messenger', KakaoStory: 'social', Instagram: 'social', Threads: 'social', Facebook: 'social' },
  ...{ Band: 'social', X: 'social', TikTok: 'social', LinkedIn: 'social', Pinterest: 'social', Snapchat: 'social' },
}

/** @param botWords parts of names that the owner takes for bots */
export const isDeclaredBot = (headers: IncomingHttpHeaders, botWords: readonly string[]): boolean =>
  isBotAgent(agentText(headers['user-agent']), botWords)

/**
 * What the first request of a visit tells.
 * @param page the page that was asked for: its raw query, and the site's own host
 */
export function visitFacts(
  headers: IncomingHttpHeaders,
  page: { query: string; host: string },
  who: { bot: boolean; botWords: readonly string[] },
): VisitFacts {
  const text = agentText(headers['user-agent'])
  const { browser, system, device, app } = withHints(readAgent(text), headers)
  const { kind, host, page: referrerPage, words } = readReferrer(headers.referer, page.host)
  return {
    referrerKind: headers.referer || app === null ? kind : (kindOfApp[app] ?? kind),
    referrer: host,
    ...{ referrerPage, words, browser, system, device, app },
    campaign: campaignOf(page.query),
    language: languageOf(headers['accept-language']),
    bot: who.bot ? botName(text, who.botWords) : null,
  }
}

const languageOf = (header: string | undefined): string => /^\s*([a-z]{2,3})(?=[-_,;\s]|$)/i.exec(header ?? '')?.[1]?.toLowerCase() ?? ''
