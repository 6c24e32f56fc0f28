/**
 * Domains that give anybody a free address, which says nothing about a company. Our own list, because those on npm
 * (`email-providers`, `freemail`) lack 39 to 76 of these, such as ziggo.nl, and include companies, such as bt.com.
 */
export const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.nl outlook.be outlook.de outlook.fr hotmail.com hotmail.nl
  hotmail.be hotmail.de hotmail.fr hotmail.co.uk hotmail.it hotmail.es live.com live.nl live.be live.de
  live.fr live.co.uk msn.com passport.com yahoo.com yahoo.nl yahoo.be yahoo.de yahoo.fr yahoo.co.uk yahoo.it
  yahoo.es yahoo.co.in yahoo.co.jp ymail.com rocketmail.com icloud.com me.com mac.com aol.com aol.nl aim.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tutamail.com tuta.com
  gmx.com gmx.net gmx.de gmx.at gmx.ch gmx.fr web.de freenet.de t-online.de mail.de posteo.de mailbox.org
  mail.com email.com usa.com post.com zoho.com zohomail.com zohomail.eu yandex.com yandex.ru ya.ru mail.ru
  inbox.ru list.ru bk.ru rambler.ru qq.com 163.com 126.com sina.com sohu.com foxmail.com naver.com daum.net
  hanmail.net rediffmail.com fastmail.com fastmail.fm hey.com hushmail.com duck.com startmail.com
  kpnmail.nl kpnplanet.nl planet.nl hetnet.nl ziggo.nl home.nl chello.nl upcmail.nl xs4all.nl tele2.nl
  online.nl solcon.nl casema.nl quicknet.nl zeelandnet.nl zonnet.nl wanadoo.nl freeler.nl caiway.nl
  telfort.nl versatel.nl orange.nl onsmail.nl telenet.be skynet.be proximus.be scarlet.be pandora.be
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr libero.it virgilio.it tiscali.it alice.it
  tin.it btinternet.com virginmedia.com sky.com talktalk.net ntlworld.com blueyonder.co.uk comcast.net
  verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com
  mailinator.com guerrillamail.com 10minutemail.com yopmail.com temp-mail.org trashmail.com sharklasers.com
  dispostable.com maildrop.cc getnada.com wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz`.split(/\s+/),
);
