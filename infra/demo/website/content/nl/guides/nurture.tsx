import type { Guide } from '../../guide.ts';

export const nurture: Guide = {
  slug: 'nurture',
  title: 'Voeden zonder te drammen',
  description: 'Wat je stuurt aan de negen van de tien die nog niet zover zijn, en vooral wanneer je stopt.',
  minutes: 3,
  body: (
    <>
      <p>
        Van elke tien mensen die je gids aanvragen, wil er misschien één deze maand praten. De andere negen
        ben je niet kwijt. Ze leren, wachten op budget of zijn met iets anders bezig. Voeden is wat je in de
        tussentijd voor hen doet. Het woord klopt: het lijkt meer op tuinieren dan op jagen.
      </p>
      <h2>Begin met wat gevraagd werd</h2>
      <p>
        Wie een gids aanvraagt, krijgt die gids, meteen, in een mail waar verder niets in staat. Het is de ene
        mail die zeker geopend wordt. Bederf hem niet met een bedrijfspresentatie. Geduld wordt later beloond,
        als ze weten dat in je mails staat wat het onderwerp belooft.
      </p>
      <h2>Zes weken, zes ideeën</h2>
      <p>
        Daarna is één mail per week, zes weken lang, een goed ritme. Elke mail brengt één idee dat je dezelfde
        dag kunt gebruiken, te lezen in de tijd van een kop koffie. Schrijf zoals je aan een collega zou
        schrijven: wat het probleem is, wat werkt, waar meer staat. Eén link is genoeg, en waar iemand op
        klikt vertelt je waar je volgende mail over moet gaan.
      </p>
      <h2>Laat gedrag het onderwerp kiezen</h2>
      <p>
        Het beste moment voor een mail over scoren is de dag dat iemand over scoren las. Ook wie de
        aanvraagpagina van een gids bekijkt zonder iets aan te vragen, geeft zo’n moment: iets trok aan, iets
        hield tegen. Stuur dezelfde dag de korte versie. Die wordt vaker gelezen dan welke nieuwsbrief ook,
        want hij beantwoordt een vraag die nog openstaat.
      </p>
      <h2>Vraag elke keer een beetje</h2>
      <p>
        Een formulier met negen velden verliest degene die er drie had ingevuld. Vraag eerst alleen het adres.
        De keer daarna een naam, dan het bedrijf en hoe groot het is. Vraag nooit wat je al weet. Mensen
        merken dat, en zien het als een voorproef van hoe je hen als klant behandelt.
      </p>
      <h2>Weet wanneer je stopt</h2>
      <ul>
        <li>Meteen als iemand zich afmeldt. Eén klik, geen vragen, geen “dit kan vijf dagen duren”.</li>
        <li>Als iemand zijn hand opsteekt. Vanaf dan praat hij met een mens.</li>
        <li>Als sales het overneemt, zodat niemand tips over kiezen krijgt terwijl hij de offerte tekent.</li>
        <li>Als er een half jaar niets geopend is. Neem vriendelijk afscheid, en meen het.</li>
      </ul>
      <h2>Wat je meet</h2>
      <p>
        Opens zeggen weinig meer, want mailprogramma’s laden de plaatjes uit zichzelf. Tel de mensen die in de
        week na een mail uit eigen beweging terugkwamen op de website. Groeit dat aantal, dan groeit je tuin
        ook.
      </p>
    </>
  ),
};
