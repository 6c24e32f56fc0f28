import { ourCompany } from '../../../our-company.ts';

export const home = {
  title: 'Ten good conversations beat a thousand addresses',
  description: `${ourCompany.name} shows which visitors of your website fit your company and are ready to talk, and tells sales at that moment.`,
  intro: `${ourCompany.name} shows who visits your website, who fits your company and who is ready to talk. Sales hears about it at that very moment, with the reason why.`,
  tryDemo: 'Try the demo',
  steps: {
    title: 'From a visit to a call in four steps',
    list: [
      {
        title: 'Somebody reads',
        text: `After consent, ${ourCompany.name} remembers which pages a visitor reads and which guides they ask for.`,
      },
      {
        title: 'Interest gets a number',
        text: 'Each page, form and mail earns points that you set yourself. Old interest expires after ninety days.',
      },
      {
        title: 'The line is crossed',
        text: 'Who fits your profile and passes the threshold is handed to sales. Once, and never a name without proof.',
      },
      {
        title: 'Sales calls, informed',
        text: 'The dossier says who it is, what was read and why now. The first sentence of the call writes itself.',
      },
    ],
  },
  matrix: {
    title: 'Two questions, one picture',
    text: 'Does this lead fit us? And are they ready? Marketing keeps the bottom row as empty as it can. Sales works the coloured cells and leaves the rest alone, because it is not their turn yet.',
    ready: ['Not ready', 'Ready', 'Raises a hand'],
    fit: ['Good fit', 'Bad fit'],
    cells: ['Keep feeding', 'Call today', 'Call now', 'Let go', 'Let go', 'Answer kindly'],
  },
  agreement: {
    title: 'What changes between marketing and sales',
    list: [
      {
        title: 'One definition',
        text: 'What a good lead is stands in one file that both wrote, not in two heads.',
      },
      {
        title: 'A way back',
        text: 'Sales returns a lead with a reason. “Not ready” puts it back in nurture, and sharpens the definition.',
      },
      {
        title: 'No arguing about scores',
        text: 'Behind every number is a list anybody can read: what happened, when, and how many points it gave.',
      },
    ],
  },
  guides: {
    title: 'Learn the craft first',
    text: 'Six short guides about fit, timing and permission. No form in front of them.',
    all: 'All guides',
  },
  closing: {
    title: 'Curious which of your visitors are ready?',
    text: 'Tell us what you sell and to whom. We will show you what your first playbook could look like.',
  },
  picture: {
    name: 'Noor de Wit',
    job: 'Head of marketing, Acme',
    ready: 'Ready for a call',
    lines: [
      ['Asked for the whitepaper', '+2'],
      ['Read four guides', '+8'],
      ['Finished the demo', '+12'],
      ['Back on pricing today', '+3'],
    ] satisfies [string, string][],
  },
};
