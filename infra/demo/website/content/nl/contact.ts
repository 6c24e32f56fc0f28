import type { contact as en } from '../en/contact.ts';

export const contact: typeof en = {
  title: 'Praat met ons',
  description:
    'Vertel kort wat je zoekt. Een collega die er verstand van heeft, neemt snel contact met je op.',
  name: 'Naam',
  message: 'Waar kunnen we je mee helpen?',
  phone: 'Telefoonnummer',
  button: 'Verstuur',
  permission: 'Ja, mail mij ook af en toe tips over leads en sales. Afmelden kan met één klik, in elke mail.',
  after: {
    title: 'Zo gaat het verder',
    list: [
      'Je krijgt meteen een mail, en uiterlijk de volgende werkdag een antwoord.',
      'Je hoort van iemand die dit werk zelf doet, niet van een belteam.',
      'In een half uur weet je of we kunnen helpen. Zo niet, dan zeggen we dat.',
    ],
  },
};
