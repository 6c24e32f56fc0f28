import type { LogKind } from '../../../../domain/console/log.ts';

export const en = {
  title: 'Log',
  intro:
    'What somebody saw in bulk, exported, erased, changed, or was refused. It is written just before it is done, and kept for two years.',
  columns: { at: 'When', who: 'Who', what: 'What', about: 'About', detail: 'More', count: 'How many' },
  did: {
    'leads-seen': 'saw a list of leads',
    'leads-exported': 'exported leads',
    'report-exported': 'exported a report',
    'log-exported': 'exported this log',
    'lead-erased': 'erased a lead',
    'lead-changed': 'changed a lead',
    'lead-added': 'added a lead',
    'person-added': 'gave somebody access',
    'person-changed': 'changed what somebody may do',
    'person-removed': 'took away somebody’s access',
    'key-made': 'made an API key',
    'key-withdrawn': 'withdrew an API key',
    'job-retried': 'tried again what had failed',
    'job-dropped': 'gave up what had failed',
    'company-given': 'gave a company to somebody of sales',
    'leads-passed-on': 'passed on their leads',
    'absence-changed': 'said when they are away',
    refused: 'was refused',
  } satisfies Record<LogKind, string>,
  keyNamed: (name: string) => `API key ${name}`,
  anything: 'anything',
  whoHint: 'address or key',
  aboutHint: 'such as a lead’s id',
  day: 'Day',
  find: 'Find',
  all: 'Everything',
  file: 'As CSV',
  none: 'Nothing was found.',
  noneYet: 'Nothing found in this part of the log. It goes on.',
  older: 'Older',
  newest: 'Newest',
};

export type LogWords = typeof en;
