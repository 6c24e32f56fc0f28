import { describe, expect, it } from 'vitest';
import { isFreeMail } from '../../../shared/domain/fit/free-mail.ts';

describe('free mail', () => {
  it('is given by providers on the public list or on ours, and not by the companies among them', () => {
    expect(['mail.com', 'zoho.com', 'hey.com', 'xs4all.nl'].map(isFreeMail)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['acme.nl', 'bt.com', 'facebook.com', 'uu.net'].map(isFreeMail)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['everywhere', 'gmail.com googlemail.com icloud.com outlook.com hotmail.com live.com msn.com aol.com'],
    ['everywhere', 'proton.me protonmail.com tutanota.com zoho.com mail.com gmx.com fastmail.com hey.com'],
    [
      'in any country',
      'yahoo.co.jp yahoo.com.br yahoo.fr hotmail.se outlook.sk outlook.co.za gmx.ch yandex.kz',
    ],
    ['in the Netherlands', 'ziggo.nl kpnmail.nl planet.nl hetnet.nl xs4all.nl home.nl live.nl hotmail.nl'],
    [
      'in the Netherlands, by providers of before',
      'wxs.nl worldonline.nl concepts.nl euronet.nl 12move.nl dds.nl',
    ],
    ['in Belgium, by providers of before', 'belgacom.net edpnet.be euphonynet.be brutele.be pandora.be'],
    ['in Belgium', 'telenet.be skynet.be proximus.be scarlet.be outlook.be voo.be'],
    ['in Germany and around', 'web.de t-online.de freenet.de posteo.de bluewin.ch gmx.at arcor.de'],
    ['in France', 'laposte.net orange.fr free.fr wanadoo.fr sfr.fr'],
    ['in the South', 'libero.it virgilio.it terra.es sapo.pt alice.it'],
    ['in the North and the East', 'seznam.cz wp.pl onet.pl abv.bg freemail.hu inbox.lv azet.sk online.no'],
    ['in Russia and Ukraine', 'mail.ru yandex.ru rambler.ru bk.ru ukr.net i.ua'],
    ['in Asia', 'qq.com 163.com 126.com sina.cn naver.com daum.net rediffmail.com docomo.ne.jp'],
    ['elsewhere', 'uol.com.br bol.com.br bigpond.com xtra.co.nz walla.co.il rogers.com'],
    ['for ten minutes', 'mailinator.com yopmail.com guerrillamail.com 10minutemail.com trashmail.com'],
    ['at a subdomain', 'vip.qq.com mail.ziggo.nl jan.xs4all.nl'],
  ])('is given %s: %s', (_, domains) => {
    for (const domain of domains.split(' ')) expect([domain, isFreeMail(domain)]).toEqual([domain, true]);
  });

  it.each([
    'acme.nl company.nl example.com bt.com facebook.com kpn.com vodafone.com philips.com microsoft.com apple.com',
    'google.com ibm.com orange.com telstra.com rabobank.nl tno.nl uva.nl yahoo-inc.com outlook-design.nl gmx.company',
    'notgmail.com notoutlook.nl gmail.com.acme.nl mail.acme.nl hotmail.agency acme.com.ar nl constructor __proto__',
  ])('is not given by companies: %s', (domains) => {
    for (const domain of domains.split(' ')) expect([domain, isFreeMail(domain)]).toEqual([domain, false]);
  });

  it('is not given without a domain', () => {
    expect(['', '.', 'acme.'].map(isFreeMail)).toEqual([false, false, false]);
  });
});
