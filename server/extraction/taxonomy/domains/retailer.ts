/**
 * Shops of many makers' goods, marketplaces and app stores. `name{a b}` stands for name.a and name.b: the countries that a
 * marketplace really sells in, never any suffix.
 */
export const RETAILER = `
amazon{com co.uk de fr es it nl se pl com.be com.tr ae sa in co.jp com.au com.br com.mx ca sg eg cn ie co.za}
ebay{com co.uk de fr es it nl pl at ch ie be ca com.au com.hk com.sg com.my ph}
etsy.com walmart.com walmart.ca walmart.com.mx target.com costco.com costco.ca costco.co.uk bestbuy.com bestbuy.ca homedepot.com
homedepot.ca lowes.com menards.com acehardware.com harborfreight.com wayfair.com wayfair.co.uk wayfair.de overstock.com ikea.com
macys.com nordstrom.com nordstromrack.com bloomingdales.com saksfifthavenue.com neimanmarcus.com kohls.com jcpenney.com dillards.com
sears.com tjmaxx.com marshalls.com rossstores.com biglots.com dollargeneral.com dollartree.com samsclub.com bjs.com kroger.com
safeway.com albertsons.com publix.com wholefoodsmarket.com traderjoes.com instacart.com cvs.com walgreens.com riteaid.com
sephora.com sephora.fr ulta.com bluemercury.com dermstore.com lookfantastic.com cultbeauty.co.uk beautybay.com boots.com superdrug.com
zappos.com dsw.com footlocker.com finishline.com famousfootwear.com runningwarehouse.com roadrunnersports.com rei.com
backcountry.com moosejaw.com campsaver.com evo.com dickssportinggoods.com academy.com basspro.com cabelas.com
decathlon{com co.uk de fr es it nl pl be pt com.br in}
bhphotovideo.com adorama.com newegg.com newegg.ca microcenter.com crutchfield.com tigerdirect.com gamestop.com sweetwater.com
guitarcenter.com musiciansfriend.com reverb.com thomann.de thomannmusic.com officedepot.com staples.com quill.com uline.com
grainger.com mcmaster.com autozone.com advanceautoparts.com oreillyauto.com rockauto.com tirerack.com discounttire.com carvana.com
carmax.com chewy.com petco.com petsmart.com petsathome.com zooplus{com de co.uk fr es it nl pl} fressnapf.de barnesandnoble.com
bookshop.org thriftbooks.com abebooks.com waterstones.com books-a-million.com michaels.com joann.com hobbylobby.com
buybuybaby.com bedbathandbeyond.com potterybarn.com westelm.com crateandbarrel.com cb2.com williams-sonoma.com surlatable.com
containerstore.com mattressfirm.com roomandboard.com rh.com anthropologie.com urbanoutfitters.com freepeople.com revolve.com
shopbop.com ssense.com farfetch.com net-a-porter.com mrporter.com mytheresa.com asos.com boohoo.com shein.com temu.com
aliexpress{com us ru} alibaba.com wish.com banggood.com gearbest.com dhgate.com poshmark.com thredup.com therealreal.com
depop.com mercari.com offerup.com stockx.com goat.com backmarket{com de fr es it co.uk} swappa.com gazelle.com
argos.co.uk johnlewis.com currys.co.uk ao.com very.co.uk tesco.com sainsburys.co.uk asda.com morrisons.com waitrose.com
ocado.com marksandspencer.com next.co.uk selfridges.com harrods.com diy.com screwfix.com toolstation.com halfords.com
wickes.co.uk dunelm.com richersounds.com scan.co.uk ebuyer.com box.co.uk overclockers.co.uk onbuy.com
otto.de zalando{de com fr it es nl pl at ch be se co.uk} mediamarkt{de at ch es nl be pl se} saturn.de conrad.de cyberport.de notebooksbilliger.de
alternate.de kaufland.de lidl.de aldi-sued.de rewe.de edeka.de dm.de rossmann.de mueller.de douglas.de aboutyou.de
thalia.de hugendubel.de obi.de hornbach.de bauhaus.info toom.de hagebau.de tchibo.de galaxus.de digitec.ch galaxus.ch brack.ch
microspot.ch interdiscount.ch migros.ch coop.ch idealo.de geizhals.de geizhals.at billiger.de bergfreunde.de bike24.de rosebikes.de
fnac.com fnac.es darty.com boulanger.com cdiscount.com rueducommerce.fr ldlc.com materiel.net carrefour.fr carrefour.es
auchan.fr e.leclerc leroymerlin.fr leroymerlin.es castorama.fr manomano.fr conforama.fr but.fr laredoute.fr veepee.fr
rakuten.fr vinted{fr com de es it pl co.uk} leboncoin.fr galerieslafayette.com printemps.com bol.com coolblue.nl coolblue.be
wehkamp.nl ah.nl jumbo.com albertheijn.nl hema.nl blokker.nl marktplaats.nl 2dehands.be beslist.nl elcorteingles.es
pccomponentes.com worten.es worten.pt miravia.es wallapop.com mercadona.es druni.es primor.eu kuantokusta.pt continente.pt
mercadolibre{com com.ar com.mx com.co cl com.uy com.pe} mercadolivre.com.br magazineluiza.com.br magalu.com americanas.com.br
casasbahia.com.br submarino.com.br kabum.com.br pontofrio.com.br shopee{com com.br sg co.id co.th vn ph tw pl com.my}
lazada{com sg co.th co.id vn com.ph com.my} liverpool.com.mx coppel.com elektra.mx falabella.com ripley.cl paris.cl exito.com
unieuro.it mediaworld.it euronics.it eprice.it trovaprezzi.it esselunga.it ibs.it yoox.com subito.it allegro.pl ceneo.pl morele.net
x-kom.pl rtveuroagd.pl mediaexpert.pl empik.com olx{pl com.br pt ro ua} komputronik.pl elgiganten{se dk} elkjop.no
power{no dk se fi} komplett{no se dk} netonnet.se cdon.se coolstuff.se verkkokauppa.com gigantti.fi alza{cz sk hu de} mall.cz emag{ro hu bg}
rakuten.co.jp yodobashi.com biccamera.com yamada-denkiweb.com ksdenki.com nojima.co.jp kojima.net joshinweb.jp lohaco.jp
zozo.jp shopping.yahoo.co.jp askul.co.jp monotaro.com coupang.com gmarket.co.kr 11st.co.kr ssg.com auction.co.kr
smartstore.naver.com taobao.com tmall.com jd.com pinduoduo.com vip.com suning.com dangdang.com 1688.com pchome.com.tw
momoshop.com.tw ruten.com.tw flipkart.com myntra.com snapdeal.com nykaa.com croma.com reliancedigital.in bigbasket.com
jiomart.com tatacliq.com meesho.com noon.com jarir.com trendyol.com hepsiburada.com n11.com ozon.ru wildberries.ru dns-shop.ru
takealot.com makro.co.za jumia{com.ng co.ke com.eg} jbhifi.com.au harveynorman.com.au bunnings.com.au kogan.com catch.com.au
myer.com.au davidjones.com officeworks.com.au thegoodguys.com.au woolworths.com.au coles.com.au mightyape.co.nz
noelleeming.co.nz canadiantire.ca thebay.com sportchek.ca well.ca mec.ca lcbo.com apps.apple.com play.google.com
store.steampowered.com epicgames.com gog.com booking.com expedia.com hotels.com agoda.com airbnb.com vrbo.com kayak.com skyscanner.com trip.com`;
