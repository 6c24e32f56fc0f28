import { counted } from '../../language.ts';
import type { ReportWords } from './en.ts';

const handovers = { one: 'overdracht', other: 'overdrachten' };

export const nl: ReportWords = {
  title: 'Van lead tot klant',
  intro: 'Wat marketing aan sales overdraagt, en wat ervan wordt.',
  back: 'Startpagina',
  period: (from, to) => `${from} tot en met ${to}`,
  periods: { 4: 'laatste 4 weken', 12: 'laatste 12 weken', 52: 'laatste jaar' },
  periodLabel: 'Periode',
  nothing: 'Nog niets in deze tijd.',
  mqlToSql: {
    title: 'Hoeveel MQL’s SQL worden',
    share: (became, didNot) =>
      `Sales besliste over ${counted('nl', became + didNot, handovers)}: ${became} werd SQL, ${didNot} niet.`,
    meaning:
      'Dit is de maat van marketing. Een laag aandeel betekent dat de afspraak over een goede lead niet klopt, in fit of in moment; de redenen hieronder zeggen welke van de twee.',
    undecided: 'Sales heeft in deze tijd nog over geen overdracht beslist.',
    agreement: (kept, all) =>
      `Sales antwoordde op ${kept} van ${counted('nl', all, handovers)} binnen de afgesproken tijd.`,
  },
  matrix: {
    title: 'Waar de leads nu zijn',
    meaning:
      'Sales werkt aan de goede leads die klaar zijn, en aan iedereen die contact wil; marketing warmt de andere op, en houdt de rij met een slechte fit zo leeg mogelijk.',
    fit: 'Fit',
    fits: { good: 'goed', unknown: 'nog onbekend', bad: 'slecht' },
    readinesses: { 'not-ready': 'niet klaar', ready: 'klaar voor sales', 'hand-raiser': 'wil contact' },
    atSales: (count) => `${count} bij sales`,
    held: (count) =>
      `Met een slechte fit boven de drempel gekomen in deze tijd: ${count}. Die zijn geteld, en niet overgedragen.`,
  },
  funnel: {
    title: 'De trechter',
    meaning:
      'Elke balk telt wat er in deze tijd gebeurde; het percentage is het deel van de balk erboven. Waar een balk ver terugvalt, blijven leads steken.',
    stages: {
      leads: 'leads',
      entered: 'overgedragen (MQL)',
      accepted: 'overgenomen (SAL)',
      qualified: 'gekwalificeerd (SQL)',
      opportunities: 'kansen',
      won: 'klanten',
    },
    stage: 'Stap',
    count: 'Aantal',
    share: 'Van de vorige',
    time: 'Mediaan van de tijd erheen',
    value: (euros) => `Samen gewonnen: ${euros}.`,
    lost: (count) => `Verloren nadat sales ze overnam: ${count}.`,
  },
  reasons: {
    title: 'Waarom leads terugkomen',
    meaning: 'De langste balk zegt wat het eerst moet veranderen.',
    reason: 'Reden',
    count: 'Aantal',
    names: {
      'not-ready': 'niet klaar',
      'bad-fit': 'slechte fit',
      unreachable: 'onbereikbaar',
      duplicate: 'dubbel',
      other: 'anders',
    },
    advice: {
      'not-ready':
        'Het moment klopt niet: leg de drempel hoger, of geef minder punten voor wat weinig bewijst.',
      'bad-fit': 'Het profiel van de ideale klant mist iets: voeg de kenmerken toe die hieronder staan.',
      unreachable: 'Vraag eerder om een telefoonnummer, of bel sneller na de overdracht.',
      duplicate: 'Sales kende deze persoon al: kijk naar imports en naar tweede adressen.',
      other: 'Lees de notities: wat vaak terugkomt, verdient een eigen reden.',
    },
    criteria: 'Waaraan bleek dat een lead niet past',
    criterion: 'Kenmerk',
    told: 'Gezien door sales',
    caught: 'Het profiel had het kunnen zien',
  },
  comparison: {
    title: 'Vergeleken',
    meaning:
      'Steek moeite in wat veel MQL’s tot SQL maakt: een bron van veel leads die sales terugstuurt, kost meer dan hij brengt.',
    by: { week: 'per week', form: 'per formulier', campaign: 'per campagne', playbook: 'per draaiboek' },
    of: { week: 'Week van', form: 'Formulier', campaign: 'Campagne', playbook: 'Draaiboek' },
    none: { form: 'geen formulier', campaign: 'geen campagne' },
    columns: {
      leads: 'Leads',
      mql: 'MQL',
      returned: 'Terug',
      sql: 'SQL',
      share: 'MQL → SQL',
      won: 'Klanten',
    },
  },
};
