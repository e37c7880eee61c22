/** Forums, question boards and sites whose members write what stands there. */
export const COMMUNITY = `
reddit.com quora.com stackoverflow.com stackexchange.com superuser.com serverfault.com askubuntu.com mathoverflow.net
news.ycombinator.com lobste.rs slashdot.org digg.com lemmy.world tildes.net medium.com substack.com dev.to hashnode.dev
hackernoon.com github.com gitlab.com codeberg.org sourceforge.net indiehackers.com growthhackers.com spiceworks.com
answers.com answers.microsoft.com discussions.apple.com community.spiceworks.com experts-exchange.com xda.dev avsforum.com
head-fi.org audiosciencereview.com stevehoffman.tv gearspace.com thegearpage.net ultimate-guitar.com resetera.com neogaf.com
gamefaqs.com steamcommunity.com overclock.net linustechtips.com houzz.com
gardenweb.com doityourself.com diychatroom.com garagejournal.com contractortalk.com bogleheads.org early-retirement.org
biggerpockets.com mumsnet.com netmums.com city-data.com flyertalk.com fodors.com cruisecritic.com rvforum.com teslamotorsclub.com
bimmerforums.com vwvortex.com bobistheoilguy.com bikeforums.net mtbr.com trailjournals.com whiteblaze.net letsrun.com
whirlpool.net.au ozbargain.com.au hotukdeals.com mydealz.de dealabs.com pepper.com pepper.pl slickdeals.net redflagdeals.com
gutefrage.net computerbase.de hardwareluxx.de motor-talk.de chefkoch.de wer-weiss-was.de android-hilfe.de apfeltalk.de
commentcamarche.net jeuxvideo.com hardware.fr aufeminin.com forum-auto.caradisiac.com forocoches.com burbuja.info
mediavida.com enfemenino.com hwupgrade.it finanzaonline.com alfemminile.com elektroda.pl
wykop.pl wizaz.pl gathering.tweakers.net fok.nl viva.nl flashback.org sweclockers.com diskusjon.no suomi24.fi
chiebukuro.yahoo.co.jp okwave.jp oshiete.goo.ne.jp 5ch.net note.com qiita.com zenn.dev hatena.ne.jp
hatenablog.com ameblo.jp zhihu.com tieba.baidu.com zhidao.baidu.com douban.com v2ex.com csdn.net juejin.cn jianshu.com
ptt.cc dcard.tw mobile01.com kin.naver.com blog.naver.com dcinside.com tistory.com clien.net ruliweb.com habr.com pikabu.ru
4pda.to wordpress.com blogspot.com blogger.com tumblr.com livejournal.com ghost.io hubpages.com`;
