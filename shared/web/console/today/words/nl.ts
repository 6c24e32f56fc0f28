import type { JobKindName } from '../../../../domain/jobs/job-kinds.ts';
import type { TodayWords } from './en.ts';

export const nl: TodayWords = {
  title: 'Vandaag',
  nothing: 'Niemand wacht ergens op. Fijne dag.',
  notMade: 'Voor het eerst wordt bekeken wie er iemand nodig heeft. Kijk over een paar minuten nog eens.',
  needs: {
    overdue: { title: 'Te lang geen antwoord', more: 'Sales had al moeten antwoorden. Er wacht iemand.' },
    untaken: { title: 'Nog door niemand overgenomen', more: 'Overgedragen aan sales, nog zonder antwoord.' },
    raised: {
      title: 'Vroeg om contact',
      more: 'Bel ze, hoeveel punten ze ook hebben.',
    },
    back: { title: 'Weer terug', more: 'Eerder teruggegeven of verloren, en nu weer actief.' },
    stalled: { title: 'Staat stil', more: 'Al lang warm, maar er gebeurt niets. Vraag waar het op vastzit.' },
  },
  all: (total) => `Alle ${total}`,
  allOf: (all, title) => `${all}: ${title}`,
  since: (when) => `sinds ${when}`,
  points: { one: 'punt', other: 'punten' },
  yesterday: (day) => `Gisteren, ${day}`,
  numbers: {
    leads: 'nieuwe leads',
    handedOver: 'overgedragen',
    taken: 'overgenomen door sales',
    won: 'gewonnen',
  },
  usually: (usual) => `meestal ${usual}`,
  mail: 'Mail die wacht',
  marketingHeld: (sends, bounces, complaints) =>
    `Nieuwsbrieven en mailreeksen staan stil: van ${sends} mails in de afgelopen zeven dagen kwamen er ${bounces} terug en werden er ${complaints} als spam gemeld. Zoek uit waar de nieuwste adressen vandaan komen. Het gaat vanzelf weer verder als de slechte dagen een week oud zijn.`,
  requestsHeld: (requests, unreachable) =>
    `Mail die onbekenden aanvragen gaat langzaam weg: van ${requests} adressen in de afgelopen zeven dagen bestaan er ${unreachable} niet. Misschien vult iemand verzonnen adressen in.`,
  waiting: (count, why) => `${count} mensen wachten op een mail die ze hebben aangevraagd: ${why}.`,
  putOff: (count) =>
    `Ongeveer ${count} mails uit mailreeksen en nieuwsbrieven wachten tot morgen: er zijn zoveel mails verstuurd als de maildienst per dag toelaat.`,
  people: { one: 'persoon', other: 'mensen' },
  paused:
    'Collega’s hebben voor deze mensen een mailreeks stilgezet. Er gaat niets weg tot iemand die weer laat doorgaan.',
  pausedAmong: (count) =>
    `Collega’s hebben voor meer dan ${count} mensen een mailreeks stilgezet. Er gaat niets weg tot iemand die weer laat doorgaan. De eerste ${count}, per mailreeks:`,
  pausedSequences: 'Deze mailreeksen staan stil in het playbook.',
  underWay: (day) => `Aan het eind van ${day} liepen ze nog voor:`,
  unconfirmed: (day) =>
    `De volgende mail van deze reeksen wacht tot mensen hun adres bevestigen. Aan het eind van ${day} hadden deze dat nog niet gedaan:`,
  atLeast: (count) => `Minstens ${count}`,
  why: {
    quota: 'er zijn zoveel mails verstuurd als de maildienst per dag toelaat',
    brake: 'te veel adressen bestaan niet',
    share: 'wat onbekenden per dag mogen aanvragen, is verstuurd',
    account: 'de maildienst heeft dit account stilgezet',
    other: 'de maildienst heeft hem nog niet aangenomen',
  },
  failed: 'Wat definitief mislukte',
  failedMore: 'Het is dagenlang geprobeerd. Los eerst de oorzaak op en probeer het dan opnieuw.',
  tried: (times, failure) => `${times}, laatste: ${failure}`,
  times: { one: 'poging', other: 'pogingen' },
  lead: 'de lead',
  again: 'Opnieuw proberen',
  drop: 'Opgeven',
  mustBeDone: 'Iemand heeft hierom gevraagd, dus opgeven kan niet.',
  askAdmin: 'Een beheerder kan het opnieuw proberen.',
  did: {
    again: 'Het wordt binnen een minuut opnieuw geprobeerd.',
    drop: 'Het is opgegeven.',
    gone: 'Iemand was je voor: dit staat hier niet meer.',
    'must-be-done': 'Iemand heeft gevraagd gewist te worden: dit kun je niet opgeven.',
  },
  dead: {
    notice: 'Sales heeft nooit iets over deze lead gehoord. Vertel het ze.',
    'requested-mail': 'Iemand wacht op een mail die niet komt.',
    'marketing-mail': 'Iemand krijgt geen mail meer uit een mailreeks of nieuwsbrief.',
    webhook: 'Een ander systeem weet niet wat er is gebeurd.',
    erase: 'De gegevens van iemand staan er nog. De wet geeft een maand.',
    lead: 'Een lead houdt punten die al vervallen zijn, tot hij weer iets doet.',
    link: 'Een paar bezochte pagina’s tellen niet mee voor een lead.',
    reactions: 'Een geopende mail of een klik telt niet mee.',
    issue: 'Een deel van de lezers krijgt een nieuwsbrief niet.',
    'decide-test': 'Een test van een mail gaat door zonder einde.',
    offers: 'Sales krijgt geen leads meer die stilstaan.',
    'roll-up': 'De rapporten missen alles vanaf dat moment.',
    rescore: 'Een deel van de leads houdt de score van een ouder playbook.',
    directory: 'Lijsten met leads worden trager, en later doen ze het niet meer.',
  } satisfies Record<JobKindName, string>,
  first: {
    title: 'Er is nog niemand',
    snippet: 'Zet de tracker op elke pagina van je website:',
    consent: 'Hij vraagt niets en bewaart niets tot iemand akkoord gaat.',
    form: 'Open een formulier, of link ernaar vanaf je website:',
    visit: 'Vul het in met je eigen adres. Een paar seconden later sta je als eerste lead op deze pagina.',
    people: 'Geef je collega’s toegang:',
  },
};
