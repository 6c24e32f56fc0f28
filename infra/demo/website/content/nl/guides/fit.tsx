import type { Guide } from '../../guide.ts';

export const fit: Guide = {
  slug: 'fit',
  title: 'Met wie wil je praten?',
  description: 'Een ideaal klantprofiel dat sales herkent, in één middag gemaakt met feiten die je al hebt.',
  minutes: 3,
  body: (
    <>
      <p>
        De meeste profielen beschrijven een bedrijf dat iedereen zou willen: groot, groeiend, prettig. Daar
        kun je niet mee kiezen. Een bruikbaar profiel zegt wie je niet belt, en waarom dat geen verlies is.
      </p>
      <h2>Kijk naar wie er bleef</h2>
      <p>
        Neem de lijst met klanten en streep iedereen door die korter dan een jaar klant is. Markeer bij de
        rest wie je er graag nog tien van had: ze gebruiken wat je verkoopt, betalen zonder discussie en
        vertellen het door. Twintig namen is ruim genoeg. Zoek dan uit wat je van buitenaf over hen kunt
        weten: hoe groot ze zijn, wat ze doen, waar ze zitten en welke functie de persoon had die als eerste
        contact zocht.
      </p>
      <p>
        Doe nu hetzelfde met de deals waar je spijt van hebt. De klanten die binnen een jaar vertrokken, die
        elke week een telefoontje nodig hadden, de offertes die drie maanden kostten en nergens toe leidden.
        Het profiel zit in het verschil tussen de twee lijsten, niet in de eerste lijst alleen.
      </p>
      <h2>Drie feiten zijn genoeg</h2>
      <p>
        Een profiel met vijftien kenmerken ziet er grondig uit en wordt nooit gebruikt, want niemand weet
        vijftien dingen over een nieuwe lead. Kies de drie die je lijsten het best scheiden en die mensen in
        een formulier willen vertellen. Het aantal medewerkers is er vaak een. Het domein van het adres ook:
        een zakelijk adres zegt meer dan een gratis mailbox. De derde is meestal een functie of een branche.
      </p>
      <ul>
        <li>
          <strong>Past</strong> betekent dat de feiten die je kent die van klanten zijn die bleven.
        </li>
        <li>
          <strong>Past niet</strong> betekent dat één feit het uitsluit: te klein, te ver weg, een student.
        </li>
        <li>
          <strong>Onbekend</strong> betekent dat je eerst nog één vraag moet stellen.
        </li>
      </ul>
      <h2>Onbekend is niet slecht</h2>
      <p>
        Veel systemen zien wat ze niet weten als een minpunt, en begraven zo goede leads die gewoon nog geen
        tweede formulier hebben ingevuld. Houd het apart. Een lead met onbekende pasvorm en veel interesse is
        de beste reden om bij de volgende download naar het aantal medewerkers te vragen.
      </p>
      <h2>Toets het hardop met sales</h2>
      <p>
        Lees tien recente leads voor, zonder namen. Laat sales zeggen of ze passen en leg dat naast het
        profiel. Elk verschil is vijf minuten waard: of het profiel mist iets, of sales heeft een gewoonte die
        nooit is opgeschreven. Herhaal het elk kwartaal, want je beste klanten van volgend jaar lijken
        misschien niet op die van vorig jaar.
      </p>
    </>
  ),
};
