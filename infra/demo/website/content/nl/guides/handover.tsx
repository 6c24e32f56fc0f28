import type { Guide } from '../../guide.ts';

export const handover: Guide = {
  slug: 'handover',
  title: 'De overdracht aan sales',
  description:
    'Eén bericht, één eigenaar, één antwoord: een afspraak die beide kanten ook op een drukke dag nakomen.',
  minutes: 3,
  body: (
    <>
      <p>
        Tussen marketing en sales staat vaak een schutting. Daar worden namen overheen gegooid, en aan de
        andere kant vindt iemand zeepbellen. Na een tijdje zegt marketing dat sales nooit belt, zegt sales dat
        de leads niet deugen, en hebben ze allebei gelijk. Wat ontbreekt is geen systeem, maar een afspraak.
      </p>
      <h2>Draag één lead tegelijk over</h2>
      <p>
        Een lijst met veertig leads op maandagochtend heeft geen eigenaar en geen moment. Eén bericht over één
        persoon, op het moment dat de grens gehaald wordt, heeft beide. Het komt binnen terwijl het onderwerp
        nog op het scherm van die persoon staat, en het is duidelijk wie iets moet doen. En het komt één keer.
        Een tweede bericht over dezelfde lead leert sales om het eerste te negeren.
      </p>
      <h2>Zeg waarom nu</h2>
      <p>Sales heeft vier dingen nodig, en niets wat eerst opgezocht moet worden:</p>
      <ol>
        <li>Wie het is, en hoe je diegene bereikt.</li>
        <li>Waarom het past: de feiten, geen rapportcijfer.</li>
        <li>Waarom nu: wat er de laatste dagen gebeurde waardoor de grens gehaald werd.</li>
        <li>Wat er eerder is aangevraagd en gelezen, op volgorde van tijd.</li>
      </ol>
      <p>
        Dat laatste maakt het verschil in het gesprek. Wie drie gidsen over toestemming las, wil niet horen
        wat toestemming is. Die wil horen hoe anderen het hebben opgelost.
      </p>
      <h2>Spreek het antwoord af</h2>
      <p>
        Binnen een werkdag zegt sales een van twee dingen. <em>Overgenomen</em>: ik neem het vanaf hier. Of{' '}
        <em>teruggegeven</em>, met een reden: nog niet rijp, past niet, onbereikbaar, dubbel. Blijft het stil,
        dan volgt een herinnering, en na twee dagen hoort de manager het. Dat klinkt streng. In de praktijk
        beschermt het ook sales, want niemand kan achteraf zeggen dat een lead is blijven liggen.
      </p>
      <h2>Een lead die terugkomt is een cadeau</h2>
      <p>
        Marketeers lezen een teruggave al snel als een klacht. Het is de enige terugkoppeling die zegt of je
        definitie klopt. Verzamel de redenen. Zijn de meeste <em>nog niet rijp</em>, dan ligt de grens te
        laag. Zijn de meeste <em>past niet</em>, dan heeft het profiel een gat. Zijn de meeste{' '}
        <em>onbereikbaar</em>, kijk dan naar je formulieren.
      </p>
      <p>
        En draag dezelfde lead niet de volgende ochtend om dezelfde redenen opnieuw over. Wie nog niet rijp
        was, moet eerst iets nieuws doen. Tien nieuwe punten is een eerlijke regel om mee te beginnen.
      </p>
      <h2>Schrijf het op één vel</h2>
      <p>
        Wie draagt over, wanneer, en waarmee. Wie antwoordt, hoe snel, en in welke woorden. Onderteken het
        samen, hang het aan de muur en kijk er na drie maanden opnieuw naar. Een afspraak die niet op één vel
        past, wordt niet nagekomen.
      </p>
    </>
  ),
};
