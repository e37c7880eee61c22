/** Newspapers, magazines and trade press: an editorial office chooses what stands there. Registrable domains. */
export const EDITORIAL = `
nytimes.com washingtonpost.com wsj.com usatoday.com latimes.com chicagotribune.com bostonglobe.com sfgate.com sfchronicle.com
nypost.com newsweek.com time.com theatlantic.com newyorker.com vox.com slate.com salon.com politico.com axios.com thehill.com
npr.org pbs.org cnn.com foxnews.com nbcnews.com cbsnews.com abcnews.go.com today.com huffpost.com buzzfeed.com businessinsider.com
insider.com forbes.com fortune.com bloomberg.com cnbc.com marketwatch.com barrons.com economist.com ft.com hbr.org inc.com
entrepreneur.com fastcompany.com reuters.com apnews.com bbc.com bbc.co.uk theguardian.com telegraph.co.uk independent.co.uk
thetimes.co.uk thetimes.com dailymail.co.uk mirror.co.uk standard.co.uk express.co.uk metro.co.uk skynews.com news.sky.com
scotsman.com irishtimes.com independent.ie rte.ie theverge.com wired.com wired.co.uk techcrunch.com engadget.com gizmodo.com
arstechnica.com mashable.com zdnet.com cnet.com techradar.com tomsguide.com tomshardware.com pcmag.com pcworld.com macworld.com
digitaltrends.com theregister.com venturebeat.com thenextweb.com androidauthority.com androidcentral.com androidpolice.com 9to5mac.com
9to5google.com macrumors.com appleinsider.com xda-developers.com howtogeek.com makeuseof.com lifehacker.com popularmechanics.com
popsci.com newatlas.com slashgear.com bgr.com gamespot.com ign.com polygon.com kotaku.com eurogamer.net pcgamer.com gamesradar.com
anandtech.com notebookcheck.net laptopmag.com windowscentral.com imore.com lifewire.com computerworld.com infoworld.com
cio.com csoonline.com darkreading.com infosecurity-magazine.com bleepingcomputer.com krebsonsecurity.com searchengineland.com
searchenginejournal.com adweek.com adage.com marketingweek.com thedrum.com martech.org socialmediatoday.com
techrepublic.com cmswire.com retaildive.com supermarketnews.com modernretail.co businessoffashion.com wwd.com vogue.com vogue.co.uk
elle.com gq.com gq-magazine.co.uk esquire.com harpersbazaar.com cosmopolitan.com glamour.com allure.com instyle.com
marieclaire.com refinery29.com thecut.com nymag.com byrdie.com whowhatwear.com people.com usmagazine.com eonline.com
goodhousekeeping.com realsimple.com bhg.com marthastewart.com southernliving.com housebeautiful.com elledecor.com
architecturaldigest.com apartmenttherapy.com thespruce.com thespruceeats.com dwell.com realhomes.com homesandgardens.com
livingetc.com idealhome.co.uk bonappetit.com epicurious.com foodandwine.com seriouseats.com foodnetwork.com eater.com delish.com
allrecipes.com tasteofhome.com thekitchn.com cookinglight.com saveur.com bbcgoodfood.com healthline.com verywellhealth.com
verywellfit.com verywellmind.com verywellfamily.com medicalnewstoday.com everydayhealth.com health.com prevention.com womenshealthmag.com
menshealth.com shape.com self.com runnersworld.com bicycling.com outsideonline.com backpacker.com climbing.com fieldandstream.com
outdoorlife.com gearjunkie.com cyclingnews.com cyclingweekly.com bikeradar.com bikeperfect.com triathlete.com yogajournal.com
parents.com thebump.com babycenter.com whattoexpect.com fatherly.com motherly.com travelandleisure.com cntraveler.com
lonelyplanet.com afar.com nationalgeographic.com smithsonianmag.com thepointsguy.com nerdwallet.com bankrate.com investopedia.com
kiplinger.com money.com moneysavingexpert.com valuepenguin.com fool.com thebalancemoney.com creditkarma.com caranddriver.com
motortrend.com roadandtrack.com autoblog.com jalopnik.com autoweek.com topgear.com autocar.co.uk autoexpress.co.uk
insideevs.com electrek.co motor1.com whatcar.com rollingstone.com billboard.com pitchfork.com variety.com
hollywoodreporter.com guitarworld.com guitarplayer.com musicradar.com soundonsound.com whathifi.com stereophile.com hifinews.com
dpreview.com petapixel.com digitalcameraworld.com space.com livescience.com scientificamerican.com newscientist.com
usnews.com theconversation.com spiegel.de zeit.de faz.net sueddeutsche.de welt.de bild.de focus.de stern.de handelsblatt.com
wiwo.de manager-magazin.de tagesspiegel.de taz.de n-tv.de tagesschau.de zdf.de heise.de golem.de chip.de computerbild.de
t3n.de netzwelt.de gamestar.de giga.de caschys.blog brigitte.de freundin.de eltern.de auto-motor-und-sport.de autobild.de
derstandard.at diepresse.com kurier.at krone.at orf.at nzz.ch tagesanzeiger.ch blick.ch 20min.ch srf.ch rts.ch
lemonde.fr lefigaro.fr liberation.fr leparisien.fr lesechos.fr lexpress.fr lepoint.fr nouvelobs.com ouest-france.fr 20minutes.fr
francetvinfo.fr franceinfo.fr bfmtv.com capital.fr challenges.fr 01net.com clubic.com frandroid.com numerama.com lesnumeriques.com
phonandroid.com journaldunet.com journaldugeek.com marieclaire.fr elle.fr doctissimo.fr autoplus.fr caradisiac.com rtbf.be lesoir.be
lalibre.be standaard.be demorgen.be hln.be vrt.be nieuwsblad.be ad.nl telegraaf.nl nrc.nl volkskrant.nl nos.nl nu.nl rtl.nl
tweakers.net hardware.info bright.nl libelle.nl elpais.com elmundo.es abc.es lavanguardia.com elconfidencial.com eldiario.es
expansion.com 20minutos.es marca.com as.com xataka.com xatakandroid.com genbeta.com hipertextual.com computerhoy.com muycomputer.com
trendencias.com directoalpaladar.com motorpasion.com clarin.com lanacion.com.ar infobae.com eluniversal.com.mx milenio.com
excelsior.com.mx reforma.com eltiempo.com semana.com elcomercio.pe latercera.com emol.com corriere.it repubblica.it lastampa.it
ilsole24ore.com ilgiornale.it gazzetta.it ansa.it ilpost.it fanpage.it hdblog.it tomshw.it punto-informatico.it wired.it salvagente.it
donnamoderna.com giallozafferano.it quattroruote.it globo.com uol.com.br folha.uol.com.br estadao.com.br terra.com.br r7.com
abril.com.br exame.com tecmundo.com.br canaltech.com.br olhardigital.com.br tecnoblog.net techtudo.com.br publico.pt
expresso.pt observador.pt dn.pt jn.pt sapo.pt gazeta.pl wyborcza.pl onet.pl wp.pl interia.pl rp.pl polityka.pl spidersweb.pl
benchmark.pl komputerswiat.pl antyweb.pl aftonbladet.se expressen.se dn.se svd.se svt.se vg.no dagbladet.no aftenposten.no nrk.no
tek.no politiken.dk berlingske.dk dr.dk jyllands-posten.dk yle.fi hs.fi is.fi iltalehti.fi nikkei.com asahi.com yomiuri.co.jp
mainichi.jp nhk.or.jp japantimes.co.jp impress.co.jp itmedia.co.jp ascii.jp mynavi.jp gigazine.net toyokeizai.net diamond.jp
gizmodo.jp famitsu.com oricon.co.jp chosun.com joins.com donga.com hani.co.kr koreaherald.com koreatimes.co.kr sina.com.cn
163.com sohu.com ifeng.com people.com.cn xinhuanet.com chinadaily.com.cn scmp.com thepaper.cn 36kr.com ithome.com huxiu.com
pconline.com.cn zol.com.cn autohome.com.cn udn.com ltn.com.tw chinatimes.com timesofindia.com indiatimes.com hindustantimes.com thehindu.com
indianexpress.com ndtv.com gadgets360.com moneycontrol.com livemint.com straitstimes.com channelnewsasia.com smh.com.au
theage.com.au news.com.au abc.net.au afr.com nzherald.co.nz stuff.co.nz cbc.ca ctvnews.ca globalnews.ca theglobeandmail.com
thestar.com nationalpost.com haaretz.com timesofisrael.com ynet.co.il aljazeera.com arabnews.com gulfnews.com hurriyet.com.tr
kommersant.ru rbc.ru vedomosti.ru news24.com dailymaverick.co.za nation.africa punchng.com kathimerini.gr ekathimerini.com
idnes.cz seznamzpravy.cz index.hu hvg.hu telex.hu digi24.ro hotnews.ro`;
