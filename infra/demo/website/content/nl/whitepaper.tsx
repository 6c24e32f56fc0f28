import type { whitepaper as en } from '../en/whitepaper.tsx';

export const whitepaper: typeof en = {
  title: 'Van websitebezoek naar goed gesprek',
  description:
    'De gids voor marketing en sales die dezelfde leads willen: wanneer een lead rijp is, hoe je dat meet en wat je dan zegt.',
  inside: {
    title: 'Wat erin staat',
    list: [
      'De vier bewijzen die van een naam een lead maken',
      'Een puntensysteem op één pagina, om samen in te vullen',
      'De afspraak tussen marketing en sales, als voorbeeld',
      'De eerste zin van het telefoontje, uitgeschreven',
    ],
  },
  button: 'Download de gids',
  permission:
    'Ja, mail mij de gids, daarna zes weken lang elke week een tip over leads en sales, en later af en toe een. Afmelden kan met één klik, in elke mail.',
  after: {
    title: 'Wat je krijgt',
    list: [
      'De gids: meteen op deze website, en binnen een minuut in je mail.',
      'Zes weken lang elke week een tip, als je dat aanvinkt en in die mail bevestigt.',
      'Rust, zodra je dat wilt. Afmelden kan met één klik, in elke mail.',
    ],
  },
  cover: 'Van bezoek naar een goed gesprek',
  thanks: {
    title: 'Bedankt, hier is hij',
    description:
      'Je kunt de gids meteen lezen, en hij komt naar je mail. Wil je de tips? Bevestig dat met de knop in die mail.',
    read: 'Lees de gids nu',
    next: 'Lees verder',
  },
  read: {
    title: 'Van websitebezoek naar goed gesprek',
    description: 'Een gids voor marketing en sales die dezelfde leads willen.',
    body: (
      <>
        <h2>1. Begin bij het einde</h2>
        <p>
          Vraag sales naar hun laatste vijf goede gesprekken. Wie was het, wat wist die persoon al, en wat
          gebeurde er in de weken ervoor? Je zoekt wat die vijf gemeen hebben, en het moment waarop een
          telefoontje welkom was. Alles na deze pagina is een manier om dat moment terug te vinden.
        </p>
        <h2>2. Onderscheid namen van leads</h2>
        <p>Een visitekaartje in een kom is een naam. Het wordt een lead als je vier dingen kunt aantonen:</p>
        <ol>
          <li>je kunt deze persoon rechtstreeks bereiken;</li>
          <li>hij of zij hoort bij de groep die je kunt helpen;</li>
          <li>er is behoefte aan meer informatie;</li>
          <li>er is toestemming om contact op te nemen.</li>
        </ol>
        <p>
          Geef nooit een naam aan sales. Elke naam die ze bellen kost vertrouwen dat de volgende lead nodig
          heeft.
        </p>
        <h2>3. Stel twee vragen, niet één</h2>
        <p>
          <em>Past het?</em> gaat over wie iemand is. <em>Is het tijd?</em> gaat over wat iemand doet. Wie
          perfect past en niets leest, wil met rust gelaten worden. Een gretige lezer die nooit klant kan
          worden, verdient een vriendelijk antwoord en geen verkoopgesprek.
        </p>
        <h2>4. Geef tijd een getal</h2>
        <p>
          Geef elke handeling punten naarmate ze dichter bij een gesprek komt: één voor een pagina, twee voor
          een gids of een formulier, drie voor prijzen en de demo. Tel dezelfde pagina één keer per dag. Laat
          punten na negentig dagen vervallen, want dat doet interesse ook. Trek de grens waar je vijf goede
          gesprekken eroverheen waren gekomen.
        </p>
        <h2>5. Schrijf de afspraak op</h2>
        <p>
          Marketing belooft: niemand wordt overgedragen die niet past of zonder reden. Sales belooft: binnen
          een dag een antwoord, en bij een nee de reden. Die reden is het waardevolste wat je krijgt.
        </p>
        <h2>6. Begin het gesprek bij de ander</h2>
        <p>
          “Je las onze gids over scoren. Waarom zocht je daarnaar?” Je hebt gezegd waarom je belt, en de ander
          praat. Som niet op waar iemand op klikte. Je bent een gastheer die iets opmerkte, geen camera.
        </p>
        <h2>7. Meet één ding</h2>
        <p>
          Hoeveel van de leads die marketing overdroeg, bevestigt sales? Is dat aandeel laag, lees dan de
          redenen. Vooral <em>past niet</em>: pas het profiel aan. Vooral <em>nog niet rijp</em>: leg de grens
          hoger. Kijk volgende maand opnieuw. Het is nooit af.
        </p>
      </>
    ),
  },
};
