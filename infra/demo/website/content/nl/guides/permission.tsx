import type { Guide } from '../../guide.ts';

export const permission: Guide = {
  slug: 'permission',
  title: 'Vertrouwen begint met toestemming',
  description:
    'Wat de wet in Nederland en de EU vraagt voor mail en volgen, en waarom het je helpt verkopen.',
  minutes: 4,
  body: (
    <>
      <p>
        Toestemming wordt vaak behandeld als een hindernis van de juridische afdeling. Bekijk het eens van de
        andere kant. Iemand die een vakje aanvinkt omdat hij je mails wil, is meer waard dan tien mensen die
        niet weten hoe ze op je lijst kwamen. Hier staat wat je in de praktijk nodig hebt. Het is geen
        juridisch advies, maar we doen het zelf zo.
      </p>
      <h2>Commerciële mail: eerst vragen</h2>
      <p>
        In Nederland heb je vooraf toestemming nodig voor commerciële mail, ook voor zakelijke adressen. Er is
        een uitzondering voor klanten die iets soortgelijks kochten. Wie een whitepaper aanvroeg is geen
        klant, dus die geldt dan niet. Een vakje dat al aangevinkt staat is geen toestemming, en een zin in de
        algemene voorwaarden ook niet.
      </p>
      <h2>Zorg dat je het kunt aantonen</h2>
      <p>Als iemand ernaar vraagt, moet jij laten zien dat er toestemming was. Bewaar vier dingen:</p>
      <ol>
        <li>de precieze woorden naast het vakje;</li>
        <li>de pagina waarop het stond;</li>
        <li>de datum en het tijdstip;</li>
        <li>welk formulier het was, en wat er is ingevuld.</li>
      </ol>
      <p>
        Pas je de woorden aan, dan houden de oude bewijzen de oude woorden. Een mail waarin iemand zijn adres
        bevestigt, de dubbele opt-in, is de veilige keuze. Die houdt ook typefouten en adressen van anderen
        van je lijst.
      </p>
      <h2>Volgen: niets vóór het ja</h2>
      <p>
        Een bezoeker herkennen mag pas na toestemming, of je het nu doet met een cookie, een nummer in de
        browser of een plaatje in een mail. Tot dan mag je bezoeken tellen, maar geen persoon volgen.{' '}
        <em>Weigeren</em> moet net zo makkelijk zijn als <em>toestaan</em>: even groot, dezelfde kleur,
        evenveel klikken. Sommige browsers zeggen vanzelf nee met Global Privacy Control. Behandel dat als een
        uitgesproken nee.
      </p>
      <h2>Weggaan is net zo makkelijk als komen</h2>
      <p>
        Afmelden kost één klik, werkt meteen en vraagt geen wachtwoord. Grote mailaanbieders eisen er
        tegenwoordig een knop voor in de kop van de mail, en ze letten op hoeveel mensen in plaats daarvan op
        “spam” drukken. Maak weggaan makkelijk, dan blijven je mails aankomen bij wie blijft. En vraagt iemand
        wat je over hem weet, laat het zien. Wil hij dat je het wist, doe dat dan helemaal.
      </p>
      <h2>Waarom het verkoopt</h2>
      <p>
        Een lijst waarop iedereen ja zei, is kleiner. Er wordt ook meer gelezen, geantwoord en gekocht. Sales
        kan een gesprek beginnen met “je vroeg ons om…” in plaats van “je kent mij niet, maar…”. Die eerste
        zin is meer waard dan de negenhonderd adressen die je ervoor opgaf.
      </p>
    </>
  ),
};
