import type { FunctionName } from '../shared/contract/environment.ts';

/** What the product can do. A capability's folders have its name on every floor; `shared/README.md` is the map. */
export const capabilities = [
  'tracking',
  'forms',
  'identity',
  'scoring',
  'fit',
  'handover',
  'nurture',
  'reports',
  'webhooks',
  'playbook',
  'jobs',
  'console',
  'look',
] as const;

type Capability = (typeof capabilities)[number];

/** What a function does, the capability it serves, and its size. */
export interface FunctionDeclaration {
  does: string;
  capability: Capability;
  /** In MB; it also buys processor time. */
  memory: number;
  /** Its timeout. */
  seconds: number;
}

/** Every function. `relay` feeds other systems. */
export const functions: Record<FunctionName, FunctionDeclaration> = {
  track: { does: 'Writes what visitors do', capability: 'tracking', memory: 256, seconds: 10 },
  replay: { does: 'Puts late events in the table', capability: 'tracking', memory: 256, seconds: 30 },
  forms: { does: 'Shows forms and writes what is filled in', capability: 'forms', memory: 512, seconds: 10 },
  preferences: {
    does: 'Lets people decide about mail and their data',
    capability: 'identity',
    memory: 512,
    seconds: 20,
  },
  api: { does: 'Answers CRMs and products', capability: 'identity', memory: 512, seconds: 20 },
  score: { does: 'Scores leads and opens hand-overs', capability: 'scoring', memory: 512, seconds: 60 },
  notify: {
    does: 'Tells sales about hand-overs, and its manager when nobody answers',
    capability: 'handover',
    memory: 512,
    seconds: 60,
  },
  handover: {
    does: 'Shows the dossier to sales and takes its answers',
    capability: 'handover',
    memory: 512,
    seconds: 10,
  },
  enrol: {
    does: 'Begins sequences and sends what was asked for',
    capability: 'nurture',
    memory: 1024,
    seconds: 60,
  },
  timers: {
    does: 'Does what is due: mails, points that expire, issues',
    capability: 'jobs',
    memory: 1024,
    seconds: 60,
  },
  feedback: { does: 'Takes in what became of mails', capability: 'nurture', memory: 256, seconds: 30 },
  relay: {
    does: 'Puts what changed about a lead on the bus, and counts it',
    capability: 'webhooks',
    memory: 256,
    seconds: 30,
  },
  webhooks: {
    does: 'Tells other systems of domain events',
    capability: 'webhooks',
    memory: 256,
    seconds: 60,
  },
  console: {
    does: 'Shows marketing and sales their pages, and takes what they decide',
    capability: 'console',
    memory: 1024,
    seconds: 20,
  },
  playbook: {
    does: 'Checks, shows and publishes what marketing changes in the playbook',
    capability: 'playbook',
    memory: 1769,
    seconds: 30,
  },
  publish: {
    does: 'Stores a new version of the playbook',
    capability: 'playbook',
    memory: 512,
    seconds: 60,
  },
};
