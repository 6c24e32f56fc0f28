import type { Guide } from '../../guide.ts';

export const scoring: Guide = {
  slug: 'scoring',
  title: 'Een score die iedereen gelooft',
  description:
    'Punten die op één pagina passen, die je aan sales kunt uitleggen en die de eerste maand overleven.',
  minutes: 4,
  body: (
    <>
      <p>
        Leadscores hebben een slechte naam, en die is verdiend. Een getal dat niemand kan uitleggen, is gewoon
        een mening met een cijfer achter de komma. Maar zonder getal wint wie het hardst roept. De uitweg is
        een score die zo eenvoudig is dat je hem met de hand kunt narekenen.
      </p>
      <h2>Begin met één, twee, drie</h2>
      <p>
        Geef elke handeling punten naarmate ze dichter bij een gesprek komt. Een willekeurige pagina lezen:
        één. Een gids lezen of aanvragen: twee. Prijzen bekijken of de demo doorlopen: drie. Begin niet met
        getallen als zeventien. Het verschil tussen vijftien en zeventien is in een overleg niet te
        verdedigen, en dat zul je wel moeten.
      </p>
      <h2>Tel alles één keer</h2>
      <p>
        Wie een pagina twintig keer ververst, is niet twintig keer zo geïnteresseerd. Tel elke pagina één keer
        per dag, elke mail één keer voor het openen en één keer per link. Laat weg wat programma’s deden: de
        scanners van mailservers klikken binnen twee seconden op elke link. Zonder regel daarvoor worden dat
        je heetste leads.
      </p>
      <h2>Bepaal de grens van achteren naar voren</h2>
      <p>
        De drempel is geen kwestie van smaak. Neem tien leads die goede gesprekken werden en reken uit wat hun
        score was op de dag van het eerste telefoontje. Doe hetzelfde voor tien die nergens toe leidden. De
        grens hoort tussen de twee groepen. Zit er geen ruimte tussen, dan kloppen de punten niet, en niet de
        grens.
      </p>
      <ul>
        <li>Vanaf 0 punten: de nieuwsbrief.</li>
        <li>Vanaf 20: mails over wat iemand leest.</li>
        <li>Vanaf 60: advertenties, zodat ze je niet vergeten.</li>
        <li>Vanaf 80: een telefoontje.</li>
      </ul>
      <p>Zo zijn we zelf begonnen. Bij jou zal het verschuiven, en na drie maanden weet je welke kant op.</p>
      <h2>Laat de optelsom zien</h2>
      <p>
        Naast elke score hoort de lijst waaruit hij is opgeteld: wat er gebeurde, wanneer, en hoeveel punten
        het gaf. Dat maakt een eind aan de vraag of het getal klopt, en begint een betere: of de punten
        kloppen. Sales kan zeggen “iedereen die die gids leest is student”, en jij kunt één regel aanpassen.
      </p>
      <h2>Verander één ding tegelijk</h2>
      <p>
        Kijk één keer per maand naar de leads die sales teruggaf. Neem de vaakst genoemde reden en verander
        daarom één getal. Probeer het eerst uit op de leads van vorig kwartaal: wie was er wel gebeld die niet
        gebeld is, en andersom? Verander je vijf dingen tegelijk, dan leer je niets, behalve dat alles nu
        anders is.
      </p>
    </>
  ),
};
