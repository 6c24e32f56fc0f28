import type { FunctionName } from '../../shared/contract/environment.ts';

/** What a function does, how big it is and how long it may take; memory in MB also buys processor time. */
export interface Size {
  does: string;
  memory: number;
  seconds: number;
  /** It gives itself its next piece of work, which Lambda would take for a loop and stop after 16 times. */
  continuesItself?: true;
}

export const sizes: Record<FunctionName, Size> = {
  track: { does: 'Writes what visitors do', memory: 256, seconds: 10 },
  forms: { does: 'Shows forms and writes what is filled in', memory: 512, seconds: 10 },
  preferences: { does: 'Lets people decide about mail and their data', memory: 512, seconds: 20 },
  replay: { does: 'Puts late events in the table', memory: 256, seconds: 30 },
  score: { does: 'Scores leads and opens hand-overs', memory: 512, seconds: 60 },
  rescore: {
    does: 'Scores leads again after a new playbook',
    memory: 512,
    seconds: 120,
    continuesItself: true,
  },
  relay: { does: 'Puts what changed about a lead on the bus, and counts it', memory: 256, seconds: 30 },
  webhooks: { does: 'Tells other systems of domain events', memory: 256, seconds: 60 },
  notify: {
    does: 'Tells sales about hand-overs, and its manager when nobody answers',
    memory: 512,
    seconds: 60,
  },
  handover: { does: 'Shows the dossier to sales and takes its answers', memory: 512, seconds: 10 },
  api: { does: 'Answers CRMs and products', memory: 512, seconds: 20 },
  enrol: { does: 'Begins sequences and sends what was asked for', memory: 1024, seconds: 60 },
  timers: { does: 'Does what is due: mails, points that expire, issues', memory: 1024, seconds: 60 },
  feedback: { does: 'Takes in what became of mails', memory: 256, seconds: 30 },
  publish: { does: 'Stores a new version of the playbook', memory: 512, seconds: 60 },
};
