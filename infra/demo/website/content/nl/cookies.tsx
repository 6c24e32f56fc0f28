import type { cookies as en } from '../en/cookies.tsx';

export const cookies: typeof en = {
  title: 'Privacy en cookies',
  description:
    'Wat we bewaren, waarom, en hoe je het terugneemt. In gewone woorden, want hier hoort geen jurist voor nodig te zijn.',
  body: (
    <>
      <h2>Zonder je toestemming</h2>
      <p>
        Dan bewaren we niets. Geen cookie, geen nummer dat je herkent en geen profiel. Weiger je, dan onthoudt
        je eigen browser alleen dat, zodat we het niet op elke pagina opnieuw vragen.
      </p>
      <h2>Met je toestemming</h2>
      <p>
        Je browser maakt een willekeurig nummer en bewaart dat. Bij dat nummer slaan we op welke pagina’s je
        hier leest en welke stappen van de demo je deed. Het deel van een adres na het vraagteken laten we
        weg, want daar kan van alles in staan. Na een jaar is het verdwenen.
      </p>
      <p>
        Vul je een formulier in, dan verbinden we wat je las met wat je invulde. Zo weten onze collega’s wat
        je interesseert als ze bellen. In onze mails zien we dan of je ze opent en welke links je volgt;
        zonder je toestemming niet.
      </p>
      <h2>Wat je kunt doen</h2>
      <ul>
        <li>Trek je toestemming in met “Cookie-instellingen” onder aan elke pagina. Dat werkt meteen.</li>
        <li>Zet Global Privacy Control aan in je browser. Daar houden we ons overal aan.</li>
        <li>Meld je met één klik af, in elke mail.</li>
        <li>
          Zie wat we van je bewaren, kies wat je krijgt, of laat alles wissen: met “Kies wat je krijgt” onder
          aan elke mail.
        </li>
      </ul>
    </>
  ),
};
