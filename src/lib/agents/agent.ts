import Bowser from 'bowser'
import { remembered } from '../cache/remember.ts'
import { firstName } from './agent-text.ts'

export interface Agent {
  browser: string
  system: string
  device: 'phone' | 'tablet' | 'desk' | 'other'
  /** The app whose window shows the page. */
  app: string | null
}

/** Some apps send the mark of another besides their own: the more exact one stands first. */
const apps = [
  [/KAKAOSTORY/i, 'KakaoStory'],
  [/KAKAOTALK/i, 'KakaoTalk'],
  [/NAVER\(|NaverApp/i, 'Naver'],
  [/DaumApps|DaumDevice/i, 'Daum'],
  [/\bBarcelona \d/, 'Threads'],
  [/Instagram[ /]\d|MetaIAB Instagram/, 'Instagram'],
  [/FBAN\/Messenger|Orca-Android|FB_IAB\/MESSENGER/i, 'Messenger'],
  [/FBA[NV]\/|FB_IAB|MetaIAB Facebook/, 'Facebook'],
  [/\bLine\/\d|\bLIFF\b/, 'Line'],
  [/\bBAND\/\d/i, 'Band'],
  [/musical_ly|BytedanceWebview|\btrill_|TikTok/i, 'TikTok'],
  [/Twitter for|TwitterAndroid/, 'X'],
  [/MicroMessenger/, 'WeChat'],
  [/Telegram-Android/, 'Telegram'],
  [/LinkedInApp/, 'LinkedIn'],
  [/\[Pinterest\/|Pinterest for/, 'Pinterest'],
  [/Snapchat[ /]/, 'Snapchat'],
  [/Slack_SSB|\bSlack\/\d/, 'Slack'],
  [/\bdiscord\/\d/i, 'Discord'],
  [/\bGSA\/\d/, 'Google'],
] as const

/** Phones of Windows say that they are Android as well, Chromebooks and televisions that they are Linux. */
const systems = [
  [/Windows Phone/, 'Windows Phone'],
  [/Windows|Win64/, 'Windows'],
  [/iPad/, 'iPadOS'],
  [/iPhone|iPod/, 'iOS'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Tizen/, 'Tizen'],
  [/Web0S|webOS/i, 'webOS'],
  [/KAIOS/i, 'KaiOS'],
  [/Android/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
] as const

const browsers: Readonly<Record<string, string>> = {
  'NAVER Whale Browser': 'Whale',
  'Samsung Internet for Android': 'Samsung Internet',
  'Microsoft Edge': 'Edge',
  'Google Search': 'Chrome',
}

const KEPT = 500

/** Who shows the page, by the text that a browser sends (already cleaned and bounded). Nothing here throws. */
export const readAgent = remembered(KEPT, agentOf)

function agentOf(text: string): Agent {
  const app = firstName(apps, text)
  const system = systemOf(text)
  return { app, system, device: deviceOf(text, system), browser: browserOf(text, system, app) }
}

/** An iPad that asks for the pages of a desk says that it is a Mac, but for the mark of a mobile web view. */
const systemOf = (text: string): string =>
  text.includes('Macintosh') && text.includes(' Mobile/') ? 'iPadOS' : (firstName(systems, text) ?? 'other')

function deviceOf(text: string, system: string): Agent['device'] {
  if (/\bTV\b|SMART-TV|SmartTV|GoogleTV|BRAVIA|AFT[A-Z]|PlayStation|Xbox|Nintendo|Web0S/.test(text)) return 'other'
  if (system === 'iPadOS') return 'tablet'
  if (['iOS', 'Windows Phone', 'KaiOS'].includes(system)) return 'phone'
  if (['Android', 'HarmonyOS', 'Tizen'].includes(system)) return /Mobi/.test(text) ? 'phone' : 'tablet'
  return system === 'other' ? 'other' : 'desk'
}

function browserOf(text: string, system: string, app: string | null): string {
  const apple = system === 'iOS' || system === 'iPadOS'
  // In an app it is the web view of the system, whatever the app adds to its name.
  if (app !== null && apple) return 'Safari'
  if (app !== null && system === 'Android') return 'Chrome'
  const name = bowserName(text)
  if (name === '') return apple ? 'Safari' : 'other'
  return (browsers[name] ?? name).slice(0, 40)
}

function bowserName(text: string): string {
  if (text === '') return ''
  try {
    const name = Bowser.getParser(text).getBrowserName()
    // Its last resort is the first product that the text names, which may be anything.
    return Object.values(Bowser.BROWSER_MAP as Record<string, string>).includes(name) ? name : ''
  } catch {
    return ''
  }
}
