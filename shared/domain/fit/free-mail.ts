import listed from 'email-providers/all.json' with { type: 'json' };

/** Whether anybody can have an address at a domain: it then says nothing about a company. */
export function isFreeMail(domain: string): boolean {
  // Spread first: in a bundle the list can only be iterated over.
  domains ??= new Set([...[...listed].filter((one) => !NO_PROVIDERS.has(one)), ...OURS]);
  if (domains.has(domain) || BRANDS.test(domain)) return true;
  const parent = domain.slice(domain.indexOf('.') + 1);
  return OURS.has(parent) || BRANDS.test(parent);
}

/** Built at first use: there are some 9,000. */
let domains: ReadonlySet<string> | undefined;

/** Providers with a domain in most countries. */
const BRANDS = /^(?:gmx|hotmail|outlook|yahoo|yandex)\.(?:com?\.)?[a-z]{2,3}$/;

/** Companies and institutions in the list: each once let the public in, or only looks like a provider. */
const NO_PROVIDERS = words(
  `about.com alibaba.com ancestry.com aver.com berlin.de bt.com discovery.com dnsmadeeasy.com example.com facebook.com
  gynzy.at gynzy.es gynzy.eu ibm.net law.com medscape.com mydomain.com name.com nus.edu.sg oath.com parrot.com psi.net
  saudia.com singpost.com sp.nl space.com swissinfo.org techspot.com telstra.com test.com test.de unican.es uu.net
  www.com yourdomain.com com.ar net.ua org.ua za.com nom.za spb.ru msk.ru pp.ua zp.ua us.to uk.to au.ru`,
);

/** Providers that the list lacks, and those whose subdomains are mailboxes too. */
const OURS = words(
  `gmail.com googlemail.com icloud.com me.com msn.com live.com live.nl live.be passport.com aol.com aol.nl proton.me
  protonmail.com pm.me tutanota.com tutanota.de tuta.io tutamail.com tuta.com mail.de posteo.de posteo.net posteo.nl
  mailbox.org zohomail.com zohomail.eu hey.com fastmail.com duck.com startmail.com web.de t-online.de freenet.de
  vodafonemail.de qq.com 163.com 126.com 139.com 189.cn sina.com sina.cn sohu.com naver.com hanmail.net nifty.com
  kpnmail.nl kpnplanet.nl planet.nl hetnet.nl ziggo.nl home.nl chello.nl upcmail.nl xs4all.nl tele2.nl online.nl solcon.nl
  casema.nl quicknet.nl zeelandnet.nl zonnet.nl wanadoo.nl freeler.nl caiway.nl telfort.nl versatel.nl orange.nl onsmail.nl
  delta.nl hccnet.nl kabelfoon.net multiweb.nl upcmail.net telenet.be skynet.be proximus.be scarlet.be pandora.be base.be
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr numericable.fr libero.it virgilio.it tiscali.it alice.it
  btinternet.com virginmedia.com sky.com comcast.net verizon.net att.net hispeed.ch bluewin.ch aon.at chello.at
  online.no start.no telia.com bredband.net comhem.se tdcadsl.dk stofanet.dk jubii.dk suomi24.fi elisanet.fi otenet.gr
  volny.cz zoznam.sk citromail.hu upcmail.hu iol.pt clix.pt netcabo.pt bezeqint.net mweb.co.za
  azet.sk atlas.cz tiscali.cz mail.bg dir.bg vipmail.hu indamail.hu op.pl onet.pl tlen.pl interia.eu go2.pl vp.pl
  buziaczek.pl amorki.pl rdslink.ro inbox.lt one.lt mail.lt delfi.lv online.ee kolumbus.fi inet.fi mbnet.fi swipnet.se
  passagen.se glocalnet.net broadpark.no frisurf.no mail.dk ofir.dk webspeed.dk supanet.com tim.it fastwebnet.it mail.ua
  bigmir.net meta.ua email.ua telepac.pt ono.com telefonica.net noos.fr cegetel.net libertysurf.fr sunrise.ch
  swissonline.ch utanet.at in.gr 013.net mynet.com superonline.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp pchome.com.tw
  hinet.net slingshot.co.nz vodamail.co.za telkomsa.net pt.lu internet.lu vo.lu disroot.org riseup.net mailfence.com
  countermail.com kolabnow.com simplelogin.com anonaddy.me mozmail.com passmail.net vivaldi.net wxs.nl worldonline.nl
  concepts.nl euronet.nl dds.nl 12move.nl lijbrandt.nl caiway.net filternet.nl kabelfoon.nl belgacom.net edpnet.be
  euphonynet.be brutele.be dommel.be iol.ie getmail.no a1.net`,
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
