/** How the player stands: as a film, as a phone is held, as somebody's post, as a bar with a play button. */
export const embedShapes = ['wide', 'tall', 'post', 'sound'] as const

export interface Embed {
  name: string
  shape: (typeof embedShapes)[number]
  /** Made by us of an id that was looked at; nothing of the typed address goes into it unseen. */
  frame: string
  isVideo: boolean
}

export interface EmbedKind {
  hosts: readonly string[]
  frameHosts: readonly string[]
  find(url: URL): Embed | null
}

const hostsOf = (name: string, ...before: string[]): string[] => [name, ...before.map((part) => `${part}.${name}`)]

const film = (name: string, frame: string, shape: Embed['shape'] = 'wide'): Embed => ({ name, shape, frame, isVideo: true })

const youtube: EmbedKind = {
  hosts: [...hostsOf('youtube.com', 'www', 'm', 'music'), 'youtu.be'],
  frameHosts: ['www.youtube-nocookie.com'],
  find({ hostname, pathname, searchParams }) {
    const path = hostname === 'youtu.be' ? `/embed${pathname}` : pathname
    const id = path === '/watch' ? searchParams.get('v') : /^\/(?:shorts|live|embed)\/([^/]+)\/?$/.exec(path)?.[1]
    if (!id || !/^[\w-]{11}$/.test(id)) return null
    const start = secondsOf(searchParams.get('t') ?? searchParams.get('start') ?? '')
    const frame = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start > 0 ? `&start=${start}` : ''}`
    return film('YouTube', frame, path.startsWith('/shorts/') ? 'tall' : 'wide')
  },
}

/** `90`, `90s`, `1m30s`, `1h2m3s`. */
function secondsOf(text: string): number {
  const [, hours, minutes, seconds] = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text) ?? []
  return Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

const vimeo: EmbedKind = {
  hosts: hostsOf('vimeo.com', 'www', 'player'),
  frameHosts: ['player.vimeo.com'],
  find({ pathname, searchParams }) {
    const [, id, key = searchParams.get('h') ?? ''] = /^\/(?:video\/)?(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(pathname) ?? []
    if (!id) return null
    return film('Vimeo', `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${/^[\da-f]{6,20}$/.test(key) ? `&h=${key}` : ''}`)
  },
}

const naver: EmbedKind = {
  hosts: ['tv.naver.com', 'm.tv.naver.com'],
  frameHosts: ['tv.naver.com'],
  find({ pathname }) {
    const id = /^\/(?:v|embed)\/(\d{1,12})\/?$/.exec(pathname)?.[1]
    return id ? film('NAVER TV', `https://tv.naver.com/embed/${id}?autoPlay=true`) : null
  },
}

const kakao: EmbedKind = {
  hosts: ['tv.kakao.com', 'm.tv.kakao.com'],
  frameHosts: ['play-tv.kakao.com'],
  find({ pathname }) {
    const id = /^\/(?:v|channel\/\d{1,12}\/cliplink)\/(\d{1,12})\/?$/.exec(pathname)?.[1]
    return id ? film('kakaoTV', `https://play-tv.kakao.com/embed/player/cliplink/${id}?autoplay=1`) : null
  },
}

/** Their player wants to know the site that it stands in, as `parent`: the browser adds that. */
const twitch: EmbedKind = {
  hosts: [...hostsOf('twitch.tv', 'www', 'm', 'clips')],
  frameHosts: ['player.twitch.tv', 'clips.twitch.tv'],
  find({ hostname, pathname }) {
    const clip = (hostname === 'clips.twitch.tv' ? /^\/([\w-]{4,100})\/?$/ : /^\/\w{4,25}\/clip\/([\w-]{4,100})\/?$/).exec(pathname)?.[1]
    if (clip) return film('Twitch', `https://clips.twitch.tv/embed?clip=${clip}`)
    if (hostname === 'clips.twitch.tv') return null
    const video = /^\/videos\/(\d{1,15})\/?$/.exec(pathname)?.[1]
    if (video) return film('Twitch', `https://player.twitch.tv/?video=v${video}`)
    const channel = /^\/(\w{4,25})\/?$/.exec(pathname)?.[1]
    return channel && !twitchPages.has(channel.toLowerCase()) ? film('Twitch', `https://player.twitch.tv/?channel=${channel}`) : null
  },
}

const twitchPages = new Set(['directory', 'downloads', 'drops', 'friends', 'inventory', 'jobs', 'login', 'search', 'settings', 'signup'])
for (const page of ['store', 'subscriptions', 'turbo', 'videos', 'wallet']) twitchPages.add(page)

const x: EmbedKind = {
  hosts: [...hostsOf('x.com', 'www'), ...hostsOf('twitter.com', 'www', 'mobile')],
  frameHosts: ['platform.twitter.com'],
  find({ pathname }) {
    const id = /^\/\w{1,15}\/status\/(\d{1,20})\/?$/.exec(pathname)?.[1]
    return id
      ? { name: 'X', shape: 'post', frame: `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`, isVideo: false }
      : null
  },
}

const instagram: EmbedKind = {
  hosts: hostsOf('instagram.com', 'www'),
  frameHosts: ['www.instagram.com'],
  find({ pathname }) {
    const [, kind, id] = /^\/(?:[\w.]{1,30}\/)?(p|reel)\/([\w-]{5,40})\/?$/.exec(pathname) ?? []
    if (!kind) return null
    return { name: 'Instagram', shape: 'post', frame: `https://www.instagram.com/${kind}/${id}/embed/`, isVideo: kind === 'reel' }
  },
}

const soundcloud: EmbedKind = {
  hosts: hostsOf('soundcloud.com', 'www', 'm'),
  frameHosts: ['w.soundcloud.com'],
  find({ pathname }) {
    const path = /^\/([\w-]{1,60}\/(?:sets\/)?[\w-]{1,120})\/?$/.exec(pathname)?.[1]
    if (!path || path.startsWith('discover/') || path.endsWith('/sets')) return null
    const frame = `https://w.soundcloud.com/player/?auto_play=true&url=https%3A//soundcloud.com/${path}`
    return { name: 'SoundCloud', shape: 'sound', frame, isVideo: false }
  },
}

export const embedKinds: readonly EmbedKind[] = [youtube, vimeo, naver, kakao, twitch, x, instagram, soundcloud]
