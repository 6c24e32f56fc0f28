import { ourCompany } from '../../../our-company.ts';
import type { product as en } from '../en/product.ts';

export const product: typeof en = {
  title: 'Alles tussen een bezoek en een gesprek',
  description: `${ourCompany.name} volgt interesse met toestemming, geeft er een score aan die iedereen kan narekenen en draagt leads op het juiste moment over.`,
  parts: [
    {
      title: 'Interesse, gevolgd met toestemming',
      text: 'Een script van twee kilobyte doet het werk. Tot iemand ja zegt bewaart het niets, verstuurt het niets en herkent het niemand.',
      points: [
        'Geen cookies, en geen derde die meekijkt',
        'Global Privacy Control is een antwoord, geen suggestie',
        'Waar iemand ja op zei bewaren we met de woorden, de pagina en het tijdstip',
      ],
    },
    {
      title: 'Een score die zichzelf uitlegt',
      text: 'Geen zwarte doos. Elk punt heeft een reden die je hardop kunt voorlezen in een overleg met sales.',
      points: [
        'Jij bepaalt wat een pagina, formulier of mail waard is',
        'Dezelfde pagina telt één keer per dag, hoe vaak hij ook geopend wordt',
        'Probeer nieuwe punten uit op oude leads voordat ze gelden',
      ],
    },
    {
      title: 'Een overdracht met een antwoord',
      text: 'Sales krijgt één bericht per lead, per mail of in Slack, met het dossier. Ze nemen hem over, of geven hem terug en zeggen waarom.',
      points: [
        'Wie zijn hand opsteekt gaat voor, ongeacht de score',
        'Na een dag zonder antwoord volgt een herinnering, na twee dagen hoort de manager het',
        'Een lead die terugkwam moet eerst iets nieuws doen',
      ],
    },
    {
      title: 'Aandacht voor alle anderen',
      text: 'De meeste bezoekers zijn nog niet zover, en dat geeft niet. Ze krijgen waar ze om vroegen en af en toe een nuttige mail.',
      points: [
        'Een gids die past bij wat iemand leest',
        'Het stopt meteen na afmelden, en als sales het overneemt',
        'Elk formulier vraagt één ding meer, nooit twee keer hetzelfde',
      ],
    },
  ],
  ledger: {
    caption: 'Waarom deze lead 23 punten heeft',
    columns: ['Wanneer', 'Wat', 'Punten'],
    rows: [
      ['2 maart', 'Whitepaper aangevraagd', 2],
      ['2 maart', 'Gids over passen gelezen', 2],
      ['9 maart', 'Op een link in een mail geklikt', 2],
      ['9 maart', 'Gids over scoren gelezen', 2],
      ['16 maart', 'Zes stappen van de demo gedaan', 12],
      ['16 maart', 'Prijzen bekeken', 3],
    ],
    total: 'Totaal',
  },
};
