/** Authorities, universities, courts, international bodies and the like that stand under no telling suffix. */
export const INSTITUTION = `
europa.eu who.int un.org unesco.org unicef.org oecd.org worldbank.org imf.org wto.org nato.int ilo.org wipo.int itu.int iea.org
irena.org iaea.org fao.org icrc.org redcross.org ecb.europa.eu bundesbank.de bundesregierung.de bund.de bundestag.de bmwk.de
bmj.de bmas.de bafin.de bsi.bund.de umweltbundesamt.de bfarm.de rki.de verbraucherzentrale.de destatis.de bundesnetzagentur.de
dlr.de fraunhofer.de mpg.de helmholtz.de tum.de lmu.de rwth-aachen.de kit.edu hu-berlin.de fu-berlin.de uni-heidelberg.de
ethz.ch epfl.ch uzh.ch admin.ch bag.admin.ch univie.ac.at gv.at service-public.fr legifrance.gouv.fr insee.fr ameli.fr caf.fr
ademe.fr anses.fr cnrs.fr inserm.fr pasteur.fr sorbonne-universite.fr hec.edu polytechnique.edu banque-france.fr amf-france.org boe.es
ine.es aemps.es bde.es uned.es csic.es ucm.es uab.cat upm.es inps.it istat.it bancaditalia.it iss.it unibo.it uniroma1.it
polimi.it cnr.it agenziaentrate.it belastingdienst.nl rijksoverheid.nl overheid.nl cbs.nl rivm.nl rvo.nl tudelft.nl uva.nl uu.nl
leidenuniv.nl kuleuven.be ugent.be belgium.be fgov.be vlaanderen.be skatteverket.se riksdagen.se konsumentverket.se ki.se kth.se lu.se
forbrukerradet.no regjeringen.no uio.no borger.dk sundhed.dk ku.dk dtu.dk kela.fi vero.fi helsinki.fi gov.uk nhs.uk parliament.uk
police.uk bankofengland.co.uk ofcom.org.uk ofgem.gov.uk fca.org.uk financial-ombudsman.org.uk citizensadvice.org.uk moneyhelper.org.uk
canada.ca quebec.ca ontario.ca usa.gov medicare.gov nist.gov nasa.gov federalreserve.gov kff.org rand.org
brookings.edu pewresearch.org ama-assn.org heart.org cancer.org diabetes.org aap.org ada.org aad.org cdc.gov fda.gov
energystar.gov si.edu loc.gov metmuseum.org nsf.org ul.com greenguard.org
bis.org fsb.org gsma.com cern.ch esa.int embl.org jetro.go.jp u-tokyo.ac.jp kokusen.go.jp boj.or.jp tsinghua.edu.cn
pku.edu.cn gov.cn cas.cn gov.br fiocruz.br usp.br unam.mx gob.mx uba.ar gov.in rbi.org.in csiro.au health.gov.au`;
