/** Bots: written after the format that the source describes, versions are examples. source | name | agent. */
export const botLines = `
developers.google.com, overview of crawlers | Googlebot | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
developers.google.com, overview of crawlers | Googlebot | Googlebot/2.1 (+http://www.google.com/bot.html)
developers.google.com, overview of crawlers | Googlebot | Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
developers.google.com, overview of crawlers | Googlebot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/141.0.0.0 Safari/537.36
developers.google.com, overview of crawlers | Googlebot | Googlebot-Image/1.0
developers.google.com, overview of crawlers | Googlebot | Googlebot-Video/1.0
developers.google.com, overview of crawlers | Googlebot | Googlebot-News
developers.google.com, overview of crawlers | AdsBot-Google | AdsBot-Google (+http://www.google.com/adsbot.html)
developers.google.com, overview of crawlers | AdsBot-Google | Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; AdsBot-Google-Mobile; +http://www.google.com/mobile/adsbot.html)
developers.google.com, overview of crawlers | Mediapartners-Google | Mediapartners-Google
developers.google.com, overview of crawlers | APIs-Google | APIs-Google (+https://developers.google.com/webmasters/APIs-Google.html)
developers.google.com, overview of crawlers | FeedFetcher-Google | FeedFetcher-Google; (+http://www.google.com/feedfetcher.html)
developers.google.com, overview of crawlers | GoogleOther | GoogleOther
developers.google.com, overview of crawlers | GoogleOther | Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; GoogleOther)
developers.google.com, overview of crawlers | Google-InspectionTool | Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)
developers.google.com, overview of crawlers | Storebot-Google | Mozilla/5.0 (X11; Linux x86_64; Storebot-Google/1.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36
searchadvisor.naver.com, Yeti | Yeti (Naver) | Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)
searchadvisor.naver.com, Yeti | Yeti (Naver) | Mozilla/5.0 (compatible; Yeti/1.1; +http://naver.me/bot)
searchadvisor.naver.com, Yeti | Yeti (Naver) | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko; compatible; Yeti/1.1; +https://naver.me/spd) Chrome/131.0.0.0 Safari/537.36
searchadvisor.naver.com, Yeti | Yeti (Naver) | Mozilla/5.0 (iPhone; CPU iPhone OS 12_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko; compatible; Yeti/1.1; +https://naver.me/spd) Version/12.0 Mobile/15E148 Safari/604.1
searchadvisor.naver.com, blog preview | NaverBot | Mozilla/5.0 (compatible; NaverBot/1.0; +http://help.naver.com/)
cs.daum.net, Daumoa | Daum | Mozilla/5.0 (compatible; Daumoa/4.0; +http://cs.daum.net/faq/15/4118.html?faqId=28966)
cs.daum.net, Daumoa | Daum | Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html?faqId=28966)
cs.daum.net, Daumoa | Daum | Mozilla/5.0 (compatible; MSIE or Firefox mutant; not on Windows server;) Daumoa/4.0
devtalk.kakao.com, scrap | kakaotalk-scrap | facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984
developers.kakao.com, story scrap | kakaotalk-scrap | kakaostory-og-reader/1.0
bing.com/webmasters, crawlers | Bingbot | Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)
bing.com/webmasters, crawlers | Bingbot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36
bing.com/webmasters, crawlers | Bingbot | Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.1938.76 Mobile Safari/537.36 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)
bing.com/webmasters, crawlers | Bingbot | msnbot/2.0b (+http://search.msn.com/msnbot.htm)
bing.com/webmasters, crawlers | AdIdxBot | Mozilla/5.0 (compatible; adidxbot/2.0; +http://www.bing.com/bingbot.htm)
bing.com/webmasters, crawlers | BingPreview | Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b
platform.openai.com/docs/bots | GPTBot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)
platform.openai.com/docs/bots | GPTBot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.0; +https://openai.com/gptbot)
platform.openai.com/docs/bots | OAI-SearchBot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; OAI-SearchBot/1.0; +https://openai.com/searchbot)
platform.openai.com/docs/bots | ChatGPT-User | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ChatGPT-User/1.0; +https://openai.com/bot)
support.anthropic.com, crawlers | ClaudeBot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)
support.anthropic.com, crawlers | Claude-User | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Claude-User/1.0; +Claude-User@anthropic.com)
support.anthropic.com, crawlers | Claude-SearchBot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Claude-SearchBot/1.0; +searchbot@anthropic.com)
support.anthropic.com, crawlers | ClaudeBot | Claude-Web/1.0
support.anthropic.com, crawlers | ClaudeBot | anthropic-ai
docs.perplexity.ai, bots | PerplexityBot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)
docs.perplexity.ai, bots | Perplexity-User | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Perplexity-User/1.0; +https://perplexity.ai/perplexity-user)
commoncrawl.org/faq | CCBot | CCBot/2.0 (https://commoncrawl.org/faq/)
bytespider notice | Bytespider | Mozilla/5.0 (compatible; Bytespider; spider-feedback@bytedance.com) AppleWebKit/537.36 (KHTML, like Gecko)
bytespider notice | Bytespider | Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; https://zhanzhang.toutiao.com/)
developer.amazon.com/amazonbot | Amazonbot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot) Chrome/119.0.6045.214 Safari/537.36
ahrefs.com/robot | AhrefsBot | Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)
ahrefs.com/robot | AhrefsBot | Mozilla/5.0 (compatible; AhrefsBot/6.1; +http://ahrefs.com/robot/)
ahrefs.com/robot/site-audit | AhrefsSiteAudit | Mozilla/5.0 (compatible; AhrefsSiteAudit/6.1; +http://ahrefs.com/robot/site-audit)
semrush.com/bot | SemrushBot | Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)
semrush.com/bot | SemrushBot | Mozilla/5.0 (compatible; SemrushBot-BA; +http://www.semrush.com/bot.html)
semrush.com/bot | SemrushBot | Mozilla/5.0 (compatible; SiteAuditBot/0.97; +http://www.semrush.com/bot.html)
mj12bot.com | MJ12bot | Mozilla/5.0 (compatible; MJ12bot/v1.4.8; http://mj12bot.com/)
moz.com/help, dotbot | DotBot | Mozilla/5.0 (compatible; DotBot/1.2; +https://opensiteexplorer.org/dotbot; help@moz.com)
webmaster.petalsearch.com | PetalBot | Mozilla/5.0 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)
dataforseo.com/dataforseo-bot | DataForSeoBot | Mozilla/5.0 (compatible; DataForSeoBot/1.0; +https://dataforseo.com/dataforseo-bot)
support.apple.com, Applebot | Applebot | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)
support.apple.com, Applebot | Applebot | Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1 (Applebot/0.1; +http://www.apple.com/go/applebot)
yandex.com/support/webmaster | YandexBot | Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)
yandex.com/support/webmaster | YandexBot | Mozilla/5.0 (compatible; YandexImages/3.0; +http://yandex.com/bots)
yandex.com/support/webmaster | YandexBot | Mozilla/5.0 (compatible; YandexMetrika/2.0; +http://yandex.com/bots)
baidu.com/search/robots | Baiduspider | Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)
baidu.com/search/robots | Baiduspider | Baiduspider-image+(+http://www.baidu.com/search/spider.htm)
sogou.com/docs/help | Sogou | Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)
duckduckgo.com/duckduckbot | DuckDuckBot | DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)
duckduckgo.com/duckduckbot | DuckDuckBot | Mozilla/5.0 (compatible; DuckDuckGo-Favicons-Bot/1.0; +http://duckduckgo.com)
duckduckgo.com/duckassistbot | DuckDuckBot | DuckAssistBot/1.2; (+http://duckduckgo.com/duckassistbot.html)
help.yahoo.com, slurp | Yahoo! Slurp | Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)
developers.facebook.com, crawlers | facebookexternalhit | facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)
developers.facebook.com, crawlers | facebookexternalhit | facebookexternalhit/1.1
developers.facebook.com, crawlers | facebookexternalhit | facebookcatalog/1.0
developers.facebook.com, crawlers | facebookexternalhit | Facebot
developers.facebook.com, crawlers | meta-externalagent | meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)
developers.facebook.com, crawlers | meta-externalfetcher | meta-externalfetcher/1.1
iMessage preview, crawler-user-agents | facebookexternalhit | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0
developer.x.com, cards | Twitterbot | Twitterbot/1.0
api.slack.com/robots | Slackbot | Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)
api.slack.com/robots | Slackbot | Slackbot 1.0 (+https://api.slack.com/robots)
api.slack.com/robots | Slackbot | Slack-ImgProxy 0.59 (+https://api.slack.com/robots)
core.telegram.org, previews | TelegramBot | TelegramBot (like TwitterBot)
discord.com, embeds | Discordbot | Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)
developers.line.biz, OGP | Line preview | facebookexternalhit/1.1;line-poker/1.0
help2.line.me/linesearchbot | Line preview | Mozilla/5.0 (compatible; Linespider/1.1;+https://lin.ee/4dwXkTH)
faq.whatsapp.com, link preview | WhatsApp preview | WhatsApp/2.23.20.0 A
faq.whatsapp.com, link preview | WhatsApp preview | WhatsApp/2.2336.9 N
skype preview, crawler-user-agents | Skype preview | Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com
linkedin.com, post inspector | LinkedInBot | LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)
help.pinterest.com, crawler | Pinterestbot | Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)
help.pinterest.com, crawler | Pinterestbot | Pinterest/0.2 (+https://www.pinterest.com/bot.html)
reddit.com, link preview | redditbot | Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)
docs.joinmastodon.org | Mastodon | Mastodon/4.3.0 (http.rb/5.2.0; +https://social.example/)
embed.ly | Embedly | Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)
iframely.com | Iframely | Iframely/1.3.1 (+https://iframely.com/docs/about)
uptimerobot.com/help | UptimeRobot | Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)
pingdom.com | Pingdom | Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)
statuscake.com | StatusCake | Mozilla/5.0 (StatusCake)
site24x7.com | Site24x7 | Site24x7
archive.org | Internet Archive | Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)
alexa.com | Internet Archive | ia_archiver (+http://www.alexa.com/site/help/webmasters; crawler@alexa.com)
feedly.com/fetcher | Feedly | Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers; like FeedFetcher-Google)
inoreader.com | Inoreader | Mozilla/5.0 (compatible; inoreader.com; 12 subscribers)
newsblur.com | NewsBlur | NewsBlur Feed Fetcher - 12 subscribers - https://www.newsblur.com/site/1/
feedbin.com | Feedbin | Feedbin feed-id:1 - 12 subscribers
tt-rss.org | Tiny Tiny RSS | Tiny Tiny RSS/23.04 (https://tt-rss.org/)
freshrss.org | FreshRSS | FreshRSS/1.24.1 (Linux; https://freshrss.org)
miniflux.app | Miniflux | Mozilla/5.0 (compatible; Miniflux/2.2.0; +https://miniflux.app)
netnewswire.com | NetNewsWire | NetNewsWire (RSS Reader; https://netnewswire.com/)
curl.se/docs/manpage | curl | curl/7.68.0
curl.se/docs/manpage | curl | curl/7.88.1
curl.se/docs/manpage | curl | curl/8.5.0
curl.se/docs/manpage | curl | curl/8.14.1
gnu.org/software/wget/manual | wget | Wget/1.20.3 (linux-gnu)
gnu.org/software/wget/manual | wget | Wget/1.21.4
gnu.org/software/wget/manual | wget | Wget/2.1.0
requests.readthedocs.io | python-requests | python-requests/2.25.1
requests.readthedocs.io | python-requests | python-requests/2.31.0
requests.readthedocs.io | python-requests | python-requests/2.32.3
docs.python.org, urllib.request | Python-urllib | Python-urllib/3.8
docs.python.org, urllib.request | Python-urllib | Python-urllib/3.12
python-httpx.org | python-httpx | python-httpx/0.27.0
docs.aiohttp.org | aiohttp | Python/3.11 aiohttp/3.9.5
docs.scrapy.org, USER_AGENT | Scrapy | Scrapy/2.11.2 (+https://scrapy.org)
pkg.go.dev/net/http | Go-http-client | Go-http-client/1.1
pkg.go.dev/net/http | Go-http-client | Go-http-client/2.0
square.github.io/okhttp | okhttp | okhttp/3.14.9
square.github.io/okhttp | okhttp | okhttp/4.12.0
square.github.io/okhttp | okhttp | okhttp/5.0.0-alpha.14
docs.oracle.com, HttpURLConnection and hc.apache.org | Java | Java/1.8.0_392
docs.oracle.com, HttpURLConnection and hc.apache.org | Java | Java/17.0.9
docs.oracle.com, HttpURLConnection and hc.apache.org | Java | Java-http-client/21.0.2
docs.oracle.com, HttpURLConnection and hc.apache.org | Java | Apache-HttpClient/4.5.14 (Java/17.0.9)
docs.oracle.com, HttpURLConnection and hc.apache.org | Java | Apache-HttpClient/5.3 (Java/21)
nodejs.org, fetch, and the clients for it | node | node
nodejs.org, fetch, and the clients for it | node | node-fetch
nodejs.org, fetch, and the clients for it | node | node-fetch/1.0 (+https://github.com/bitinn/node-fetch)
nodejs.org, fetch, and the clients for it | node | axios/1.7.2
nodejs.org, fetch, and the clients for it | node | undici
nodejs.org, fetch, and the clients for it | node | got (https://github.com/sindresorhus/got)
developer.chrome.com, headless | Headless Chrome | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.6045.105 Safari/537.36
developer.chrome.com, headless | Headless Chrome | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.6045.105 Safari/537.36
developer.chrome.com, headless | Headless Chrome | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.6045.105 Safari/537.36
developer.chrome.com, headless | Headless Chrome | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.7444.59 Safari/537.36
developer.chrome.com, headless | Headless Chrome | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.7444.59 Safari/537.36
developer.chrome.com, headless | Headless Chrome | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.7444.59 Safari/537.36
phantomjs.org | PhantomJS | Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1
developer.chrome.com/docs/lighthouse | Lighthouse | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36 Chrome-Lighthouse
crawler-user-agents | SeznamBot | Mozilla/5.0 (compatible; SeznamBot/4.0; +http://napoveda.seznam.cz/seznambot-intro/)
crawler-user-agents | Qwantify | Mozilla/5.0 (compatible; Qwantify/1.0; +https://www.qwant.com/)
crawler-user-agents | BLEXBot | Mozilla/5.0 (compatible; BLEXBot/1.0; +http://webmeup-crawler.com/)
crawler-user-agents | serpstatbot | serpstatbot/2.1 (advanced backlink tracking bot; https://serpstatbot.com/; abuse@serpstatbot.com)
crawler-user-agents | coccocbot-web | Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)
crawler-user-agents | Mail.RU_Bot | Mozilla/5.0 (compatible; Linux x86_64; Mail.RU_Bot/2.0; +http://go.mail.ru/help/robots)
crawler-user-agents | ImagesiftBot | Mozilla/5.0 (compatible; ImagesiftBot; +imagesift.com)
crawler-user-agents | YouBot | Mozilla/5.0 (compatible; YouBot (+http://www.you.com))
crawler-user-agents | Diffbot | Diffbot/0.1 (+http://www.diffbot.com)
crawler-user-agents | TurnitinBot | TurnitinBot/3.0 (http://www.turnitin.com/robot/crawlerinfo.html)
crawler-user-agents | Screaming Frog SEO Spider | Screaming Frog SEO Spider/20.1
developer.wordpress.org | WordPress | WordPress/6.6.1; https://blog.example
crawler-user-agents | libwww-perl | libwww-perl/6.68
crawler-user-agents | GuzzleHttp | GuzzleHttp/7
crawler-user-agents | Ruby | Ruby
crawler-user-agents | PostmanRuntime | PostmanRuntime/7.39.0
crawler-user-agents | HTTPie | HTTPie/3.2.2
crawler-user-agents | Nutch | Nutch/1.20
crawler-user-agents | CensysInspect | Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)
crawler-user-agents | zgrab | Mozilla/5.0 zgrab/0.x
crawler-user-agents | masscan | masscan/1.3 (https://github.com/robertdavidgraham/masscan)
crawler-user-agents | Expanse | Expanse, a Palo Alto Networks company, searches across the global IPv4 space multiple times per day
w3.org/services | W3C_Validator | W3C_Validator/1.3 http://validator.w3.org/services
crawler-user-agents | Cincraw | Mozilla/5.0 (compatible; Cincraw/1.0; +http://cincrawdata.net/bot/)
crawler-user-agents | Dalvik | Dalvik/2.1.0 (Linux; U; Android 13; SM-A536N Build/TP1A.220624.014)
moz.com/help, rogerbot | rogerbot | rogerbot/2.4 (http://moz.com/help/guides/search-overview/crawl-diagnostics#more-help, rogerbot-crawler@moz.com)
moz.com/help, rogerbot | rogerbot | rogerbot/3.0 (http://moz.com/help/guides/search-overview/crawl-diagnostics#more-help, rogerbot-crawler@moz.com)
ua-parser-js, test data of fetchers | Naver preview | acebookexternalhit/1.1 (compatible; Blueno/1.0; +http://naver.me/scrap)
ua-parser-js, test data of fetchers | Better Uptime Bot | Better Uptime Bot Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/74.0.3729.169 Safari/537.36
ua-parser-js, test data of fetchers | Bluesky Cardyb | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app) Chrome/100.0.0.0 Safari/537.36
ua-parser-js, test data of fetchers | MicrosoftPreview | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview) Chrome/W.X.Y.Z Safari/537.36
ua-parser-js, test data of fetchers | MistralAI-User | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; MistralAI-User/1.0; +https://docs.mistral.ai/robots)
ua-parser-js, test data of fetchers | Snap URL Preview Service | Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots
ua-parser-js, test data of fetchers | Vercelbot | Vercelbot (+https://vercel.com)
crawler-user-agents | FreshRSS | FreshRSS/1.11.2 (Linux; https://freshrss.org) like Googlebot
crawler-user-agents | GTmetrix | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/117.0.0.0 Safari/537.36 GTmetrix
crawler-user-agents | MarketGoo | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_5) AppleWebKit/600.1.17 (KHTML, like Gecko) Version/7.1 Safari/537.85.10 MarketGoo/2.1
crawler-user-agents | RetrevoPageAnalyzer | Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1; RetrevoPageAnalyzer; +http://www.retrevo.com/content/about-us)
crawler-user-agents | tweetedtimes.com | Mozilla/5.0 (compatible; +http://tweetedtimes.com)
`
