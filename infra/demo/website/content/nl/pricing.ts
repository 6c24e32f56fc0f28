import { ourCompany } from '../../../our-company.ts';
import type { pricing as en } from '../en/pricing.ts';

export const pricing: typeof en = {
  title: 'Een prijs die je zelf kunt uitrekenen',
  description:
    'Je betaalt voor leads die we volgen, niet per gebruiker. Heel marketing en sales kan meedoen.',
  month: 'per maand',
  plans: [
    {
      name: 'Start',
      price: '€ 90',
      for: 'Voor een team dat het eens wil worden over een goede lead.',
      points: ['Tot 500 leads', 'Eén draaiboek', 'Berichten per mail', 'Hulp per mail, binnen een werkdag'],
      action: 'Praat over Start',
    },
    {
      name: 'Groei',
      price: '€ 290',
      for: 'Voor marketing en sales die met dezelfde lijst werken.',
      points: [
        'Tot 5.000 leads',
        'Berichten per mail en in Slack',
        'Mailreeksen in meer talen',
        'Elk kwartaal samen de punten aanscherpen',
      ],
      action: 'Praat over Groei',
      best: 'Vaakst gekozen',
    },
    {
      name: 'Eigen',
      price: 'Op aanvraag',
      for: 'Voor organisaties die hun gegevens in hun eigen cloud houden.',
      points: ['Onbeperkt leads', 'In je eigen AWS-account', 'Gekoppeld aan je CRM', 'Hulp bij de invoering'],
      action: 'Praat over Eigen',
    },
  ],
  questions: {
    title: 'Vragen die we vaak horen',
    list: [
      {
        title: 'Wat telt als lead?',
        text: 'Iemand die directe contactgegevens achterliet, bij je doelgroep hoort, meer wil weten en toestemming gaf om benaderd te worden. Anonieme bezoekers en losse adressen zijn gratis.',
      },
      {
        title: 'Kunnen we het eerst proberen?',
        text: `Ja. Loop door de demo, of gebruik ${ourCompany.name} dertig dagen naast wat je nu hebt. Stop je binnen die tijd, dan betaal je niets.`,
      },
      {
        title: 'Hebben we een ontwikkelaar nodig?',
        text: 'Een uurtje: om een script op je website te zetten en je formulieren naar ons te laten wijzen. Daarna past marketing het draaiboek zelf aan.',
      },
      {
        title: 'Wat gebeurt er met onze gegevens als we weggaan?',
        text: 'Die neem je mee, in bestanden die je kunt openen. De rest wissen we, en daar krijg je een bewijs van.',
      },
    ],
  },
};
