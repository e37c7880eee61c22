/** Sites whose pages are moving pictures or sound. */
export const VIDEO = `
youtube.com youtu.be youtube-nocookie.com vimeo.com dailymotion.com twitch.tv kick.com rumble.com odysee.com bitchute.com
metacafe.com veoh.com wistia.com loom.com ted.com netflix.com hulu.com disneyplus.com primevideo.com max.com peacocktv.com
crunchyroll.com bilibili.com youku.com iqiyi.com v.qq.com acfun.cn nicovideo.jp abema.tv tver.jp tv.naver.com afreecatv.com
sooplive.co.kr rutube.ru arte.tv ardmediathek.de francetv.fr tf1.fr raiplay.it rtve.es iplayer.bbc.co.uk spotify.com
podcasts.apple.com soundcloud.com podbean.com buzzsprout.com simplecast.com libsyn.com audible.com coursera.org udemy.com skillshare.com`;

/** Networks of people and the profiles that they keep there. */
export const SOCIAL = `
facebook.com fb.com messenger.com instagram.com threads.net threads.com twitter.com x.com linkedin.com tiktok.com pinterest.com
pinterest.co.uk pinterest.de pinterest.fr pinterest.es snapchat.com whatsapp.com telegram.org t.me discord.com discord.gg
slack.com mastodon.social mastodon.online bsky.app bsky.social truthsocial.com gab.com nextdoor.com meetup.com xing.com
viadeo.com vk.com ok.ru weibo.com weibo.cn wechat.com weixin.qq.com xiaohongshu.com xhslink.com douyin.com kuaishou.com
line.me kakao.com band.us mixi.jp clubhouse.com behance.net dribbble.com flickr.com deviantart.com 500px.com strava.com
linktr.ee about.me patreon.com ko-fi.com buymeacoffee.com onlyfans.com bereal.com taringa.net untappd.com letterboxd.com vivino.com`;
