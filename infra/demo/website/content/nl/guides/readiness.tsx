import type { Guide } from '../../guide.ts';

export const readiness: Guide = {
  slug: 'readiness',
  title: 'Wanneer is een lead rijp?',
  description:
    'Dezelfde persoon is in mei verstoord en in juni dankbaar als je belt. Zo zie je het verschil.',
  minutes: 3,
  body: (
    <>
      <p>
        Het profiel zegt wie je belt. Rijpheid zegt wanneer. De meeste teams zijn goed in het eerste en gokken
        bij het tweede, en dus bellen ze iedereen die ooit een adres achterliet. Het gevolg is een salesteam
        dat niet meer in leads gelooft.
      </p>
      <h2>Interesse laat sporen na</h2>
      <p>
        Denk aan je eigen laatste grote aankoop op het werk. Eerst las je om een probleem te begrijpen. Daarna
        om oplossingen te vergelijken. Ten slotte wilde je weten wat het kost, hoe lang het duurt en wie het
        al gebruikt. Die drie fasen laten verschillende sporen na op een website. Wie twee artikelen over een
        onderwerp leest, is aan het leren. Wie deze week voor de derde keer de prijzen opent, is aan het
        beslissen.
      </p>
      <p>
        Eén spoor zegt weinig. Mensen openen pagina’s per ongeluk, en collega’s sturen elkaar links. Het gaat
        om de stapel, en om hoe vers die is.
      </p>
      <h2>Wat er aan een gesprek voorafgaat</h2>
      <ul>
        <li>Uit zichzelf terugkomen, zonder een mail die erom vroeg.</li>
        <li>Lezen over kosten, doorlooptijd of overstappen in plaats van over het probleem.</li>
        <li>Een demo helemaal doorlopen in plaats van hem na het eerste scherm te sluiten.</li>
        <li>Meerdere mensen van één bedrijf in dezelfde week.</li>
        <li>In een formulier alsnog de vraag beantwoorden die eerst werd overgeslagen.</li>
      </ul>
      <h2>Laat oude interesse los</h2>
      <p>
        Een gids die iemand vorig najaar las, zegt niets over deze week. Toch telt zo’n bezoek in veel lijsten
        voor altijd mee, en komt een lead die jarenlang één punt per maand verzamelde op een willekeurige
        dinsdag over de drempel. Tel alleen wat er in de laatste negentig dagen gebeurde. Beslissen jouw
        klanten langzamer, kies dan een langere periode, maar kies er een.
      </p>
      <h2>Sommige mensen zeggen het gewoon</h2>
      <p>
        Wie het contactformulier invult of om een telefoontje vraagt, steekt zijn hand op. Daar is geen score
        voor nodig: deze persoon is zeker rijp. Bel dezelfde dag, ook als hij niet lijkt te passen. Het kost
        tien minuten, en een vriendelijk “wij zijn niet de juiste, maar probeer die eens” wordt onthouden en
        doorverteld.
      </p>
      <h2>Rijp is een belofte</h2>
      <p>
        Als marketing een lead rijp noemt, belooft ze sales dat een telefoontje welkom is. Houd die belofte
        negen van de tien keer en sales pakt vanzelf de telefoon. Breek haar vaak, en geen dashboard maakt dat
        goed. Wacht dus bij twijfel. Een lead die echt interesse heeft, laat dat nog een keer zien.
      </p>
    </>
  ),
};
