/** Sites whose business is tests, ratings and customers' opinions. */
export const REVIEW = `
g2.com capterra.com capterra.co.uk capterra.de capterra.fr getapp.com softwareadvice.com trustradius.com trustpilot.com sitejabber.com
gartner.com peerspot.com saasworthy.com softwaresuggest.com crozdesk.com financesonline.com goodfirms.co clutch.co
featuredcustomers.com omr.com trusted.de yelp.com tripadvisor.com tripadvisor.co.uk tripadvisor.de tripadvisor.fr tripadvisor.es
tripadvisor.it bbb.org consumeraffairs.com consumerreports.org consumersearch.com angi.com angieslist.com homeadvisor.com
thumbtack.com opentable.com zomato.com foursquare.com reviews.io feefo.com reviewcentre.com pissedconsumer.com complaintsboard.com
productreview.com.au choice.com.au canstar.com.au finder.com comparethemarket.com moneysupermarket.com uswitch.com gocompare.com
which.co.uk rtings.com soundguys.com thewirecutter.com reviewed.com bestproducts.com topconsumerreviews.com top10.com
bestreviews.com bestreviews.guide gearlab.com outdoorgearlab.com techgearlab.com babygearlab.com switchbacktravel.com
sleepfoundation.org sleepopolis.com mattressclarity.com mattressnerd.com naplab.com sleepadvisor.org tuck.com thesleepjudge.com
vacuumwars.com techlicious.com homegrounds.co coffeegeek.com runrepeat.com roadtrailrun.com believeintherun.com
doctorsofrunning.com weartesters.com carryology.com packhacker.com thegadgetflow.com gadgetreview.com expertreviews.co.uk
trustedreviews.com t3.com stuff.tv hifichoice.com hometheaterreview.com projectorcentral.com displaymate.com
security.org safewise.com reviews.org allconnect.com broadbandnow.com whistleout.com highspeedinternet.com
broadbandchoices.co.uk vpnmentor.com top10vpn.com comparitech.com av-test.org av-comparatives.org safetydetectives.com
cybernews.com websiteplanet.com hostingadvice.com whoishostingthis.com toolfinder.com tooltester.com emailtooltester.com
merchantmaverick.com fitsmallbusiness.com business.com businessnewsdaily.com thedigitalprojectmanager.com
test.de testberichte.de oekotest.de stiftung-warentest.de vergleich.org allesbeste.de warentest.de
imtest.de kaufberater.io trustedshops.de trustedshops.com provenexpert.com kununu.com check24.de verivox.de konsument.at ktipp.ch
quechoisir.org 60millions-mag.com avis-verifies.com les-experts.fr selectra.info lesfurets.com meilleurtaux.com ocu.org
rastreator.com kelisto.es altroconsumo.it segugio.it facile.it qualescegliere.it deco.proteste.pt proteste.org.br
reclameaqui.com.br consumentenbond.nl kieskeurig.nl independer.nl pricewise.nl test-aankoop.be test-achats.be opineo.pl
prisjakt.nu testfakta.se radron.se taenk.dk mybest.com my-best.com kakaku.com minkou.jp
tabelog.com cosme.net hotpepper.jp dianping.com smzdm.com chinapp.com maigoo.com mouthshut.com glassdoor.co.in healthgrades.com
zocdoc.com doctolib.fr jameda.de vitals.com avvo.com cars.com cargurus.com autotrader.com carwow.co.uk parkers.co.uk
euroncap.com iihs.org dogfoodadvisor.com petfoodreviewer.com catological.com niche.com coursereport.com switchup.org`;
