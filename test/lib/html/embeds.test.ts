import { describe, expect, test } from 'vitest'
import { embedOf, frameHosts } from '../../../src/lib/html/embeds.ts'
import { linkedFrom, renderMarkdown } from '../../../src/lib/html/markdown.ts'

const id = 'dQw4w9WgXcQ'
const youtube = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`

describe('a link that stands alone becomes something to play', () => {
  test.each([
    [`https://www.youtube.com/watch?v=${id}`, youtube],
    [`http://youtube.com/watch?v=${id}&list=abc`, youtube],
    [`https://m.youtube.com/watch?app=m&v=${id}&t=90`, `${youtube}&start=90`],
    [`https://youtu.be/${id}`, youtube],
    [`https://youtu.be/${id}?si=abc&t=1h2m3s`, `${youtube}&start=3723`],
    [`https://youtu.be/${id}?t=soon`, youtube],
    [`https://youtube.com/shorts/${id}?feature=share`, youtube],
    [`https://www.youtube.com/live/${id}`, youtube],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
    ['https://vimeo.com/76979871/0a1b2c3d4e', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=0a1b2c3d4e'],
    ['https://player.vimeo.com/video/1?h=zz', 'https://player.vimeo.com/video/1?dnt=1&autoplay=1'],
    ['https://tv.naver.com/v/12345678', 'https://tv.naver.com/embed/12345678?autoPlay=true'],
    ['https://tv.kakao.com/v/400', 'https://play-tv.kakao.com/embed/player/cliplink/400?autoplay=1'],
    ['https://tv.kakao.com/channel/1/cliplink/400', 'https://play-tv.kakao.com/embed/player/cliplink/400?autoplay=1'],
    ['https://www.twitch.tv/videos/123', 'https://player.twitch.tv/?video=v123'],
    ['https://clips.twitch.tv/GoodName-a_1', 'https://clips.twitch.tv/embed?clip=GoodName-a_1'],
    ['https://www.twitch.tv/someone/clip/GoodName', 'https://clips.twitch.tv/embed?clip=GoodName'],
    ['https://twitch.tv/someone', 'https://player.twitch.tv/?channel=someone'],
    ['https://x.com/a_b/status/1234567890123456789?s=20', 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890123456789'],
    ['https://mobile.twitter.com/a/status/1', 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1'],
    ['https://www.instagram.com/p/Cabc-_1/', 'https://www.instagram.com/p/Cabc-_1/embed/'],
    ['https://instagram.com/some.one/reel/Cabc123', 'https://www.instagram.com/reel/Cabc123/embed/'],
    [
      'https://soundcloud.com/a-b/some-track',
      'https://w.soundcloud.com/player/?auto_play=true&url=https%3A//soundcloud.com/a-b/some-track',
    ],
    ['https://m.soundcloud.com/a/sets/b', 'https://w.soundcloud.com/player/?auto_play=true&url=https%3A//soundcloud.com/a/sets/b'],
  ])('%s → %s', (address, frame) => {
    expect(embedOf(address)?.frame).toBe(frame)
    const { html } = renderMarkdown(address)
    expect(html).toContain(`data-frame="${frame.replaceAll('&', '&amp;')}"`)
    expect(html).toContain('rel="nofollow ugc noopener"')
    expect(linkedFrom(address).cards).toEqual([])
  })
})

const watch = `watch?v=${id}`

test.each([
  ...[
    'youtube.com.evil.example',
    'evilyoutube.com',
    'www-youtube.com',
    'youtube.com-evil.example',
    'xyoutu.be',
    'youtu.be.evil.example',
  ].map((host) => `https://${host}/${watch}`),
  ...[
    'youtube.com@evil.example',
    'evil@youtube.com',
    'youtube.com:443@evil.example',
    ':@youtube.com',
    'youtube.com:8443',
    'youtube.com:443',
  ].map((host) => `https://${host}/${watch}`),
  ...['уoutube.com', 'youtubе.com', 'yоutube.com', 'xn--outube-6nf.com', 'ｙoutube.com', 'youtube.com.', 'youtube.com%2eevil.example'].map(
    (host) => `https://${host}/${watch}`,
  ),
  ...[
    'youtube%2ecom',
    'youtube.com%00.evil.example',
    'youtube.com\\.evil.example',
    'youtube.com\t',
    'you\ntube.com',
    'youtube',
    'com',
    '',
  ].map((host) => `https://${host}/${watch}`),
  ...['ftp', 'javascript', 'data', 'ws', 'youtube.com'].map((scheme) => `${scheme}://youtube.com/${watch}`),
  ...[`//youtube.com/${watch}`, `https:youtube.com/${watch}`, `https:/youtube.com/${watch}`, `https:\\\\youtube.com\\${watch}`],
  ...[
    'watch',
    'watch?v=',
    'watch?v=short',
    `watch?v=${id}x`,
    `watch?v=${id}"><script>`,
    'watch?v=../../../../evil',
    `embed/..%2f${id}`,
  ].map((path) => `https://youtube.com/${path}`),
  ...['redirect?q=https://evil.example', `playlist?list=${id}`, '', '@someone', `v/${id}`, `watch/${id}`].map(
    (path) => `https://youtube.com/${path}`,
  ),
  'https://evil.example/https://youtube.com/watch?v=dQw4w9WgXcQ',
  'https://evil.example/?youtube.com/watch?v=dQw4w9WgXcQ',
  'https://evil.example#youtube.com/watch?v=dQw4w9WgXcQ',
  ...['https://x.com/a/status/1x', 'https://x.com/i/flow/login', 'https://evilx.com/a/status/1', 'https://x.com.evil.example/a/status/1'],
  ...['https://twitch.tv/directory', 'https://twitch.tv/a/b/c', 'https://evil.twitch.tv/someone', 'https://clips.twitch.tv/a/b'],
  ...['https://vimeo.com/abc', 'https://notvimeo.com/1', 'https://tv.naver.com.evil.example/v/1'],
  ...[
    'https://blog.naver.com/v/1',
    'https://naver.com/v/1',
    'https://tv.kakao.com/v/x',
    'https://kakao.com/v/1',
    'https://evil.tv.kakao.com/v/1',
  ],
  ...[
    'https://www.instagram.com/someone/',
    'https://instagram.com.evil.example/p/Cabc123/',
    'https://soundcloud.com/a',
    'https://soundcloud.com/a/sets',
  ],
])('%j plays nothing', (address) => {
  expect(embedOf(address)).toBeNull()
  expect(renderMarkdown(address).html).not.toContain('data-frame')
  expect(renderMarkdown(`<${address}>`).html).not.toContain('data-frame')
})

test('in a sentence, a list, a quote or with words of its own it stays a link', () => {
  const address = `https://youtu.be/${id}`
  for (const source of [`보세요 ${address}`, `- ${address}`, `> ${address}`, `[노래](${address})`, `**${address}**`]) {
    expect(renderMarkdown(source).html, source).not.toContain('data-frame')
  }
})

test('a post that has something to play is known to have it', () => {
  expect(renderMarkdown(`https://youtu.be/${id}`).hasVideo).toBe(true)
  expect(renderMarkdown('https://soundcloud.com/a/b').hasVideo).toBe(false)
  expect(renderMarkdown('https://a.example').hasVideo).toBe(false)
})

test('frames may come from these hosts alone', () => {
  expect(frameHosts.toSorted()).toEqual([
    'clips.twitch.tv',
    'platform.twitter.com',
    'play-tv.kakao.com',
    'player.twitch.tv',
    'player.vimeo.com',
    'tv.naver.com',
    'w.soundcloud.com',
    'www.instagram.com',
    'www.youtube-nocookie.com',
  ])
})
