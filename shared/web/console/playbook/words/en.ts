import type { Noun } from '../../../language.ts';

export const en = {
  title: 'Playbook',
  intro: (version: number) =>
    `What marketing decides. Version ${version} is live. What you change here is a draft that everybody shares, until somebody publishes it.`,
  readOnly: 'You can read the playbook. Marketing changes it.',
  none: 'No playbook with its files was published yet. Deploy once, and it can be changed here.',
  subjects: {
    points: 'Points and ideal customer',
    forms: 'Forms',
    mails: 'Mails, sequences and newsletter',
    sales: 'Sales',
    company: 'Company',
    others: 'Other files',
  },
  parts: {
    scoring: 'Points, bands and threshold',
    fit: 'The ideal customer',
    forms: 'Forms',
    fields: 'Questions that forms can ask',
    sequences: 'Sequences',
    newsletter: 'Newsletter',
    mailing: 'Mailing rules and subjects',
    sales: 'Sales team and routing',
    agreement: 'Agreement with sales',
    company: 'Company and colours',
  },
  states: {
    changed: 'changed',
    added: 'new',
    removed: 'removed',
    behind: 'overtaken: published since by somebody else',
  },
  by: (who: string, at: string) => `by ${who}, ${at}`,
  authors: { deployment: 'a deployment', key: (name: string) => `API key ${name}` },
  file: {
    back: 'All files',
    form: 'As a form',
    text: 'As text',
    viewsLabel: 'View',
    save: 'Save the draft',
    check: 'Check',
    discard: 'Discard this draft',
    discardMore: 'The file is then as it is published.',
    removeFile: 'Remove this file',
    unreadable: 'This text cannot be shown as a form until its mistakes are put right.',
    noForm: 'This file is changed as text.',
    textLabel: (file: string) => `Text of ${file}. Esc, then Tab leaves it.`,
    textHint:
      'Every setting is explained above it. In the editor: Esc, then Tab leaves the text; Ctrl and Space suggests names.',
    saved: 'The draft is saved. It is live once it is published.',
    same: 'Nothing was changed.',
    notSaved: 'Not saved yet: what you see here is only on this page.',
    refused: {
      path: 'A file cannot have this name.',
      'too-large': 'This text is too long: at most 200 KB.',
      'too-many': 'The playbook has too many files.',
      'nothing-published': 'No playbook was published yet.',
    },
    allRight: 'This file has no mistakes.',
    notChecked: 'It could not be checked right now.',
    gone: 'This file is not there any more: a colleague removed it. Saving makes it again.',
  },
  conflict: {
    title: 'A colleague was first',
    intro: (file: string, by: string) =>
      `While you changed ${file}, ${by} saved it too. Nothing is lost: here are both texts. Choose what becomes of them.`,
    differences: 'What differs',
    legend: 'Lines that only the colleague has begin with −, lines that only you have with +.',
    merge: 'Put both together',
    mergeHint: 'Yours is here. Take over from theirs what should stay, then save.',
    yours: 'Your text',
    theirs: 'The text of your colleague',
    saveMerged: 'Save this text',
    take: 'Take theirs, forget mine',
  },
  entries: {
    up: (name: string) => `Move up: ${name}`,
    down: (name: string) => `Move down: ${name}`,
    remove: (name: string) => `Remove: ${name}`,
    mistakes: (count: number): string => (count === 1 ? '1 mistake' : `${count} mistakes`),
    added: 'It is added below. Fill it in, then save.',
    named: 'Give it a name that is not taken yet.',
  },
  moreInText: (names: string) => `The text sets more than this form shows, and it stays: ${names}.`,
  delay: { unit: 'Days, hours or minutes', d: 'days', h: 'hours', m: 'minutes' },
  mistakes: {
    place: (file: string, line: number) => `${file}, line ${line}`,
    wrong: (count: number): string =>
      count === 1
        ? 'One mistake has to be put right before this can be published:'
        : `${count} mistakes have to be put right before this can be published:`,
    warnings: (count: number): string =>
      count === 1 ? 'Perhaps you do not mean this:' : 'Perhaps you do not mean these:',
  },
  publish: {
    title: 'Publish',
    nothing: 'Nothing is changed: what is live is all there is.',
    changes: 'What changes',
    consequences: 'What it means for people',
    means: {
      without: (people: string, sequence: string, steps: string) =>
        `In ${sequence}: ${people}. Whoever has not had them yet does not get: ${steps}.`,
      ends: (people: string, sequence: string, _steps: string) =>
        `In ${sequence}: ${people}. For them it ends.`,
      pauses: (people: string, sequence: string, _steps: string) =>
        `In ${sequence}: ${people}. Their mails wait until it goes on.`,
    },
    atLeast: (people: string) => `at least ${people}`,
    people: { one: 'person', other: 'people' } as Noun,
    note: 'What changes, for your colleagues',
    noteHint: 'Stands with the version for good.',
    button: 'Publish',
    wrong: 'Put the mistakes right first.',
    done: (version: number) => `Version ${version} is live. All leads are rescored with it now.`,
    again: 'A colleague changed the draft or published meanwhile. Look at what there is now, then publish.',
    behind: (files: string) =>
      `Somebody published another text of ${files} since this draft began. Open it, look at what differs, and save it again.`,
    refused: 'It was not published: the check found mistakes.',
    failed: 'It could not be published. What is live stays as it is.',
  },
  versions: {
    title: 'Versions',
    version: (number: number) => `Version ${number}`,
    live: 'live',
    none: 'There are no versions yet.',
    older: 'Older versions',
    back: (number: number) => `Publish version ${number} again`,
    again: (number: number) => `Version ${number} again`,
    backMore: 'It becomes a new version with the same files. Drafts stay as they are.',
    unknownFiles: 'This version is from before files were stored, so it cannot be published again.',
    changed: 'What changed from the version before',
    unchanged: 'Nothing is known to have changed.',
    more: (count: number) => `and ${count} more`,
    files: 'Its files',
    noNote: 'without a note',
  },
};

export type PlaybookWords = typeof en;
