/** Encyclopedias, dictionaries, data collections, documentation of standards and papers. */
export const REFERENCE = `
wikipedia.org wikimedia.org wikidata.org wiktionary.org wikivoyage.org wikibooks.org wikiversity.org wikihow.com britannica.com
fandom.com encyclopedia.com encyclopedia.org scholarpedia.org citizendium.org worldhistory.org merriam-webster.com dictionary.com thefreedictionary.com
cambridge.org oxfordlearnersdictionaries.com collinsdictionary.com vocabulary.com etymonline.com urbandictionary.com duden.de larousse.fr
lerobert.com rae.es treccani.it priberam.pt dicio.com.br vandale.nl pwn.pl kotobank.jp weblio.jp universalis.fr brockhaus.de
baike.baidu.com zdic.net namu.wiki howstuffworks.com thoughtco.com sparknotes.com statista.com ourworldindata.org
data.worldbank.org tradingeconomics.com crunchbase.com pitchbook.com owler.com zoominfo.com dnb.com opencorporates.com
imdb.com discogs.com goodreads.com musicbrainz.org allmusic.com rateyourmusic.com boardgamegeek.com mobygames.com
arxiv.org doi.org jstor.org researchgate.net semanticscholar.org pubmed.gov sciencedirect.com springer.com nature.com
science.org wiley.com tandfonline.com plos.org frontiersin.org mdpi.com acm.org ieee.org ssrn.com biorxiv.org medrxiv.org
scholar.google.com books.google.com archive.org openlibrary.org gutenberg.org europeana.eu mayoclinic.org webmd.com drugs.com
rxlist.com msdmanuals.com uptodate.com clevelandclinic.org developer.mozilla.org w3.org w3schools.com caniuse.com schema.org
readthedocs.io rfc-editor.org ietf.org iso.org whatwg.org unicode.org man7.org python.org postgresql.org openstreetmap.org
geonames.org distancesto.com timeanddate.com worldometers.info ethnologue.com gsmarena.com phonearena.com versus.com
techpowerup.com passmark.com cpubenchmark.net nanoreview.net kimovil.com fueleconomy.gov edmunds.com kbb.com
jdpower.com glassdoor.com payscale.com salary.com builtwith.com similarweb.com alternativeto.net producthunt.com libraries.io
stackshare.io owasp.org cve.org nvd.nist.gov ewg.org incidecoder.com nutritionix.com`;
